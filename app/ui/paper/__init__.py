"""Documents inside the window: made in the background, shown as pages, printed and saved."""
