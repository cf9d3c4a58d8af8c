"""Run the migrations on the connection that ``app.storage.schema`` hands over."""

from alembic import context

from app.models.whole import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
