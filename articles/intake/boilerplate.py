"""What publishers add to their pages and no article says: appeals, letters, cookies.

A line is taken whole when it opens like one of them, or when its words speak of
reading, paying or following, and not of the game. An appeal's paragraph follows its
heading; a stock line at the end of a paragraph is taken without the prose before it.
"""

import re
from collections.abc import Iterable

from .lines import Copy, Span
from .proposal import Boilerplate

# Whole lines, whatever follows: what they open with says it all.
OPENINGS = {
    "read more": r"(?:à |a )?(?:lire|voir|écouter|découvrir|relire)(?: (?:aussi"
    r"|également|"
    r"encore|ensuite|plus|la suite|sur le même sujet|l[’']article))+(?= ?[:>»–—|.…]|$)"
    r"|(?:lire la suite|sur le même (?:sujet|thème)|nos derniers articles|dans la même"
    r" rubrique|les plus lus|articles? liés?|pour aller plus loin|plus d[’']infos?)\b"
    r"|(?:read (?:more|also|next|on)|also read|see also|related"
    r"|more on this(?: story)?|"
    r"continue reading|keep reading|you may also like|recommended|don[’']t miss"
    r"|most read|"
    r"top stories|watch)(?= ?[:>»–—|.…]|$|(?: (?:articles?|stories|here)\b))",
    "advertisement": r"(?:publicité|annonce|advertisement|sponsored(?: content)?"
    r"|contenu"
    r" sponsorisé|la suite après (?:la|cette) publicité|article continues (?:below"
    r"|after"
    r" ad)|skip (?:ad|past)|ad)\b(?=.{0,30}$)",
    "copyright": r"(?:©|\(c\) ?(?=\w*\s*20\d\d)|copyright\b"
    r"|tous droits (?:de reproduction )?"
    r"réservés|all rights reserved|reproduction (?:interdite|totale|même partielle))",
    "sharing": r"(?:partager|partagez|tweeter|share|tweet|envoyer|imprimer"
    r"|print)(?: (?:cet"
    r" article|l[’']article|sur|this(?: article| story)?|on|par|via|via e-?mail"
    r"|facebook|"
    r"twitter|whatsapp|linkedin|x|e-?mail|,|et|and|/|\|))*(?= ?[:.!]?$)"
    r"|(?:facebook|twitter|whatsapp|instagram|linkedin|e-?mail|copier le lien"
    r"|copy link)"
    r"(?:[\s|,/·•-]+(?:facebook|twitter|x|whatsapp|instagram|linkedin|e-?mail|copier le"
    r" lien|copy link|messenger|tiktok|youtube|telegram|bluesky))*$",
    "comments": r"(?:\d+\s*)?(?:commentaires?|comments?|réactions?)(?: \(\d+\))?$"
    r"|(?:réagir|commenter|laisser un commentaire|leave a comment"
    r"|join the conversation|"
    r"view comments|voir les commentaires|(?:soyez le premier à|be the first to) "
    r"(?:réagir|commenter|comment))\b",
    "reading time": r"(?:temps de lecture|reading time|lecture ?:? ?\d+ ?min|\d+ ?"
    r"(?:min(?:ute)?s?) (?:de lecture|read))\b",
    "more": r"(?:la rédaction vous (?:conseille|recommande|propose)|à ne pas (?:manquer"
    r"|rater)"
    r"|(?:les )?dernières (?:actualités|infos|news)|plus d[’']actualités?|à la une"
    r"|en savoir"
    r" plus|voir plus|voir tous? (?:les|l[’'])|afficher plus|toute l[’']actualité"
    r"|les plus"
    r" (?:lus|commentés|partagés)|nos (?:autres )?articles|more (?:from|football"
    r"|stories|news)"
    r"|latest (?:news|football|stories)|what to read next|popular (?:now|stories)"
    r"|trending"
    r"|load more|show more|editor[’']s picks?|elsewhere on|filed under|topics?|tags?"
    r"|mots[- ]"
    r"clés|étiquettes)\b(?=.{0,80}$)(?! (?:bas|haut|tard|loin|tôt))",
    "account": r"(?:se connecter|connectez[- ]vous|s[’']identifier|créer un compte"
    r"|mon compte"
    r"|je m[’'](?:abonne|inscris|identifie)|j[’']accepte|tout (?:accepter|refuser)"
    r"|accept(?:er)?"
    r" (?:all|tout)|reject all|gérer (?:mes|les) (?:choix|préférences)"
    r"|manage (?:preferences"
    r"|cookies|choices)|votre (?:adresse )?e-?mail|enter your e-?mail|sign ?in|log ?in"
    r"|sign up"
    r"|register|subscribe|s[’']abonner|s[’']inscrire|offrir (?:cet|l[’']) ?article"
    r"|gift this"
    r" article|écouter (?:cet |l[’'])article|listen to this (?:article|story)"
    r"|play audio"
    r"|sauvegarder|enregistrer|save for later|signaler une erreur"
    r"|report an error)\b(?=.{0,60}$)",
    "page furniture": r"(?:voir (?:cette publication |ce post |ce tweet )?sur"
    r"|view (?:this"
    r" (?:post|tweet) )?on) (?:twitter|x|instagram|facebook|threads|bluesky|tiktok)\.?$"
    r"|(?:aller au contenu(?: principal)?|skip to (?:main )?content|accueil(?: [>›"
    r"|/].*)?|home(?: [>›|/]"
    r".*)?|menu|rechercher|search|se connecter|sign in|log in|retour en haut"
    r"|back to top|"
    r"mentions légales.*|legal notice.*|privacy policy.*|terms (?:of use"
    r"|and conditions)"
    r".*|politique de confidentialité.*|nous contacter|contact us|plan du site)$",
}
# Stock sentences, alone or at the end of a paragraph.
SENTENCES = {
    "newsletter": r"(?:cliquez ici|click here) (?:pour|to)\b.{0,60}|(?:inscri(?:vez"
    r"|s)[- ](?:vous|toi)|abonne[zr][- ](?:vous|toi)?|recevez|"
    r"retrouvez|sign up|subscribe|get|receive|join)\b.{0,120}\b(?:newsletters?"
    r"|infolettres?|"
    r"lettres? d[’']information|boîte mail|inbox|e-?mail|alertes?|alerts"
    r"|notifications?)\b"
    r"|(?:notre|our|la|the) (?:daily |weekly |free )?(?:newsletter|infolettre)\b"
    r"|\b(?:daily|weekly|morning) e-?mail\b",
    "cookies": r"\bcookies?\b.{0,200}\b(?:accepte|acceptez|accepter|accept|consent|"
    r"consentement|utilise|utilisons|use|uses|navigation|paramètr|settings|préférences|"
    r"preferences|traceurs|policy|site)"
    r"|\b(?:accepte|acceptez|accepter|accept|utilise|utilisons|uses?|en poursuivant|by"
    r" continuing)\b.{0,200}\bcookies?\b",
    "support appeal": r"\b(?:soutenez|soutenir|nous aider|aidez)[- ](?:nous"
    r"|à vous tenir|"
    r"notre (?:journal|rédaction|média|travail|site|indépendance))"
    r"|\b(?:nous|notre)\b.{0,80}\b(?:soutenir|aider)\b.{0,60}\b(?:informés?|informer"
    r"|don)\b"
    r"|comptons sur (?:votre|vos) (?:soutien|dons?)|\bfai(?:tes|re|sant) un don\b"
    r"|grâce à (?:vos dons|votre soutien|votre contribution|nos (?:abonnés|lecteurs))"
    r"|votre (?:don|contribution|soutien financier)\b|(?:devenez|become an?) (?:membre|"
    r"member|abonné|subscriber|supporter)\b.{0,80}|\bsupport (?:us|our|independent"
    r"|quality|"
    r"local)\b.{0,60}\b(?:journalism|reporting|newsroom|work|site|paper|today|us)\b"
    r"|\bsupport us\b|\breader[- ](?:supported|funded)\b|\bmake a donation\b|\bdonate\b"
    r"|\bcontribute (?:from|today|now)\b|(?:your|reader) (?:support|contributions?"
    r"|donations?)"
    r" (?:help|keep|make|allow|let|fund|power|mean)s?\b"
    r"|journalisme (?:indépendant|libre|de qualité)|independent journalism"
    r"|média (?:libre|indépendant)|presse (?:locale |libre |et )*indépendante"
    r"|(?:à partir de|pour|from|for) (?:\d+(?:[.,]\d\d)? ?[€$£]|[€$£]\d+(?:[.,]\d\d)?)"
    r" ?(?:par|/|a|per) ?(?:mois|month|an|year|semaine|week)",
    "subscription": r"réservé à nos abonnés|vous êtes abonné|(?:abonnez[- ]vous"
    r"|s[’']abonner|déjà abonné|réservé aux abonnés|already a"
    r" subscriber|subscribe (?:now|today|from|for)|subscribers? only"
    r"|cet article est réservé|"
    r"il vous reste \d+ ?% )",
    "thanks": r"(?:merci (?:de|pour) votre (?:lecture|confiance|fidélité|soutien)"
    r"|thank(?:s| you) for"
    r" (?:reading|your support)|(?:cet article vous a|vous avez aimé|si vous (?:aimez"
    r"|appréciez))"
    r"[^.]{0,60}(?:article|travail|journal|média|site|lecture)|if you (?:enjoyed?|value"
    r"|like[d]?"
    r"|appreciate)[^.]{0,60}(?:article|story|reporting|journalism|work|newsletter|site"
    r"|paper)"
    r"|vous (?:souhaitez|voulez) (?:réagir|commenter|nous contacter)|une (?:erreur"
    r"|faute) (?:dans"
    r"|sur)|got a (?:story|tip)|have your say|let us know)",
    "alerts": r"(?:ne (?:manquez|ratez|perdez)[- ]?(?:plus )?rien|pour ne (?:rien|pas"
    r"|plus) (?:rien )?"
    r"(?:manquer|rater)|never miss|don[’']t miss (?:a|any|out)|stay up to date"
    r"|(?:turn on|activez|"
    r"enable) (?:les |your )?(?:push )?notifications|get the latest|(?:toute"
    r"|suivez) l[’']actualité"
    r" (?:de|du|sur|en)|breaking news)",
    "republished": r"(?:this (?:article|story|piece|interview) (?:was (?:first"
    r"|originally)|first|"
    r"originally) (?:appeared|published|ran)|republished (?:with|from)"
    r"|cet article (?:a été|est) "
    r"(?:initialement|d[’']abord|originellement|initialement) (?:publié|paru)"
    r"|by signing up|you can"
    r" unsubscribe|vous pouvez vous désinscrire|en vous inscrivant"
    r"|terms (?:and conditions )?apply"
    r"|conditions générales|in association with|en partenariat avec)",
    "follow us": r"^retrouvez (?:tou(?:te)?s |l[’']ensemble de )?(?:nos|notre|les?"
    r"|la)\b.{0,60}\bsur\b|(?:suivez|retrouvez|rejoignez)[- ](?:nous|notre"
    r"|toute l[’']actualité|tous nos|"
    r"[^.]{0,40}\bsur (?:facebook|twitter|x|instagram|whatsapp|telegram|google news))"
    r"|follow (?:us|our|@\w+|[^.]{0,40}\bon (?:facebook|twitter|x|instagram|whatsapp|"
    r"google news|tiktok|bluesky))\b|\blike us on\b",
    "application": r"(?:téléchargez|download|get"
    r"|installez)\b.{0,40}\b(?:appli(?:cation)?|"
    r"app)\b|\b(?:app store|google play)\b",
    "copyright": r"©\s?(?:\w|20)|tous droits réservés|all rights reserved"
    r"|reproduction interdite",
    "credits": r"^\(?(?:reporting|editing|additional reporting"
    r"|writing) by [A-Z][^.]{3,80}"
    r"|(?:edited|condensed) for (?:length|clarity)",
    "betting": r"(?:18\+|begambleaware|jouer comporte des risques|please gamble"
    r" responsibly|les jeux d[’']argent)",
}
OPENS = {why: re.compile(pattern, re.IGNORECASE) for why, pattern in OPENINGS.items()}
SAYS = {why: re.compile(pattern, re.IGNORECASE) for why, pattern in SENTENCES.items()}
# What the reader is told to do; alone it proves nothing ("supporters, soutenez-nous").
QUOTED = re.compile(r"[«“\"].*[»”\"]")
APPEALS = ("support appeal", "newsletter", "subscription")
READER = re.compile(
    r"\b(?:vous|votre|vos|you|your|nous|notre|nos|our|us|média|journal|rédaction"
    r"|lecteurs?"
    r"|readers?|journalism)\b",
    re.IGNORECASE,
)
LONGEST = 1200  # characters of a boilerplate paragraph


def find_boilerplate(
    copy: Copy, *, taken: Iterable[Span] = (), furniture: Iterable[Span] = ()
) -> list[Boilerplate]:
    """The lines and closing sentences that are no part of the article.

    `taken` are spans where nothing is looked for: posts; `furniture` what a page says
    is navigation, a form or its foot.
    """
    found, heading = [], False
    for line in copy.lines:
        if overlap(line, taken):
            heading = False
            continue
        span, why = judged(copy, line, follows_appeal=heading)
        if not why and overlap(line, furniture):
            span, why = line, "page furniture"
        if why:
            found.append(Boilerplate(*span, why, copy[span]))
        heading = why in APPEALS and span == line
    return found


def overlap(line, spans):
    return any(span.start < line.end and line.start < span.end for span in spans)


def judged(copy, line, *, follows_appeal):
    """The part of `line` that is boilerplate and why; (line, "") for none."""
    text = copy[line]
    for why, pattern in OPENS.items():
        if pattern.match(text.lstrip("•·-–—>*▶►👉➡️ ")) and len(text) < 300:
            return line, why
    if len(text) > LONGEST or QUOTED.search(text):
        return line, ""
    if follows_appeal and len(READER.findall(text)) > 1:
        return line, "follows an appeal"
    return stock(copy, line)


def stock(copy, line):
    """The stock sentences from the first one that only stock sentences follow."""
    parts = copy.sentences(line)
    reasons = [said(copy[part]) for part in parts]
    told = [why for why in reasons if why]
    if told and len(told) * 3 >= len(reasons):
        return line, told[0]
    tail = len(reasons)
    while tail and reasons[tail - 1]:
        tail -= 1
    if tail == len(reasons):
        return line, ""
    return Span(parts[tail].start, line.end), reasons[tail]


def said(text):
    return next((why for why, pattern in SAYS.items() if pattern.search(text)), "")
