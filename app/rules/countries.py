"""Which currency a country has, for books made from files that name the one and not the other."""

from app.rules import names

_USUAL = "GBP"
_CURRENCIES = {
    "AED": "United Arab Emirates|UAE",
    "AUD": "Australia",
    "BRL": "Brazil|Brasil",
    "CAD": "Canada",
    "CHF": "Switzerland|Schweiz|Suisse|Svizzera|Liechtenstein",
    "CNY": "China|中国|中國",
    "CZK": "Czech Republic|Czechia",
    "DKK": "Denmark",
    "EUR": (
        "Austria|Österreich|Belgium|België|Belgique|Croatia|Cyprus|Estonia|Finland|France|Germany|"
        "Deutschland|Greece|Ireland|Italy|Italia|Latvia|Lithuania|Luxembourg|Malta|Netherlands|"
        "Nederland|Portugal|Slovakia|Slovenia|Spain|España"
    ),
    "GBP": "United Kingdom|UK|Great Britain|England|Scotland|Wales|Northern Ireland",
    "HKD": "Hong Kong|香港",
    "HUF": "Hungary",
    "IDR": "Indonesia",
    "ILS": "Israel",
    "INR": "India|भारत",
    "JPY": "Japan|日本",
    "KRW": "South Korea|Korea|대한민국",
    "LKR": "Sri Lanka",
    "MXN": "Mexico|México",
    "MYR": "Malaysia",
    "NOK": "Norway",
    "NZD": "New Zealand",
    "PHP": "Philippines",
    "PLN": "Poland|Polska",
    "QAR": "Qatar",
    "RON": "Romania",
    "SAR": "Saudi Arabia",
    "SEK": "Sweden",
    "SGD": "Singapore",
    "THB": "Thailand|ประเทศไทย",
    "TRY": "Turkey|Türkiye",
    "TWD": "Taiwan|台灣|臺灣",
    "USD": "United States|United States of America|USA|US",
    "VND": "Vietnam|Viet Nam|Việt Nam",
    "ZAR": "South Africa",
}
_BY_COUNTRY = {
    names.key(country): currency
    for currency, listed in _CURRENCIES.items()
    for country in listed.split("|")
}


def currency_of(country: str) -> str:
    """Return the three letters of a country's currency; pounds where the country is not known."""
    return _BY_COUNTRY.get(names.key(country), _USUAL)
