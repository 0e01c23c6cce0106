"""Words that say where something stands in a row (part 2, the next chapter), and nothing of what it is about."""

from __future__ import annotations

import re

from linklint.facts.terms import WORD

PLACES = {
    language: frozenset(words.split())
    for language, words in {
        "en": "part parts chapter section step day week month lesson unit module episode volume issue installment post "
        "article page series next previous prev following earlier later last first second third fourth fifth sixth "
        "one two three four five six seven eight nine ten",
        "de": "teil teile kapitel abschnitt schritt tag woche monat lektion einheit folge band ausgabe beitrag artikel "
        "seite serie nächste nächster nächstes nächsten vorige voriger voriges vorherige vorheriger vorheriges letzte "
        "letzter letztes letzten erste erster erstes ersten zweite zweiter zweites zweiten dritte dritter drittes "
        "dritten eins zwei drei vier fünf sechs sieben acht neun zehn",
        "fr": "partie chapitre section étape jour semaine mois leçon unité module épisode volume numéro billet article "
        "page série suivant suivante précédent précédente dernier dernière premier première deuxième second seconde "
        "troisième quatrième cinquième deux trois quatre cinq six sept huit neuf dix",
        "es": "parte capítulo sección paso día semana mes lección unidad módulo episodio volumen número entrada "
        "artículo página serie siguiente próximo próxima anterior último última primer primero primera segundo segunda "
        "tercer tercero tercera cuarto cuarta uno dos tres cuatro cinco seis siete ocho nueve diez",
        "pt": "parte capítulo seção secção passo dia semana mês lição unidade módulo episódio volume número artigo "
        "página série seguinte próximo próxima anterior último última primeiro primeira segundo segunda terceiro "
        "terceira quarto quarta dois duas três quatro cinco seis sete oito nove dez",
        "it": "parte capitolo sezione passo giorno settimana mese lezione unità modulo episodio volume numero articolo "
        "pagina serie prossimo prossima successivo successiva precedente ultimo ultima primo prima secondo seconda "
        "terzo terza quarto quarta due tre quattro cinque sei sette otto nove dieci",
        "nl": "deel delen hoofdstuk sectie stap dag week maand les eenheid module aflevering nummer bericht artikel "
        "pagina serie reeks volgende vorige laatste eerste tweede derde vierde één twee drie vier vijf zes zeven "
        "acht negen tien",
    }.items()
}
ANYWHERE = frozenset().union(*PLACES.values())
NUMBER = re.compile(r"\d+(st|nd|rd|th|e|er)?|[ivx]{1,5}")
"""Also in Roman numerals up to XXXIX: longer ones may be words."""


def leave_places_out(text: str, language: str) -> str:
    """The words of the text that say more than a place in a row. ``language``: empty where it is not known, and then
    the words of all languages count."""
    places = PLACES.get(language, PLACES["en"]) if language else ANYWHERE
    words = WORD.findall(text.casefold())
    return " ".join(word for word in words if word not in places and not NUMBER.fullmatch(word))
