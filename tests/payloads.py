"""Texts that run where someone prints them as they are: for titles, names and captions.

Each says RAN on the console when it does.
"""

RAN = "zq-ran"
SAY = f"console.log('{RAN}')"
SAY_BARE = f"console.log(/{RAN}/.source)"  # without quotes

TEXTS = [
    f"<script>{SAY}</script>",
    f"</title><script>{SAY}</script>",
    f"</textarea><script>{SAY}</script>",
    f"</script><script>{SAY}</script>",
    f"--><script>{SAY}</script>",
    f"]]><script>{SAY}</script>",
    f"<img src=x onerror={SAY_BARE}>",
    f"<svg onload={SAY_BARE}>",
    f"<svg><script>{SAY_BARE}</script>",
    f"<details open ontoggle={SAY_BARE}>",
    f"<input onfocus={SAY_BARE} autofocus>",
    f"<body onpageshow={SAY_BARE}>",
    f"<iframe srcdoc='<script>{SAY_BARE}</script>'></iframe>",
    f"<iframe src=javascript:{SAY_BARE}></iframe>",
    f"<object data=javascript:{SAY_BARE}></object>",
    f"<embed src=javascript:{SAY_BARE}>",
    f"<math><mtext><table><mglyph><style><!--</style><img src onerror={SAY_BARE}>",
    f'<noscript><p title="</noscript><img src onerror={SAY_BARE}>">',
    "<style>@keyframes x{}</style><b style=animation-name:x "
    f"onanimationstart={SAY_BARE}>",
    f'" autofocus onfocus={SAY_BARE} x="',
    f"' autofocus onfocus={SAY_BARE} x='",
    f'"><img src=x onerror={SAY_BARE}>',
    f"'><svg onload={SAY_BARE}>",
    f"`><img src=x onerror={SAY_BARE}>",
    f"x onmouseover={SAY_BARE} ",
    f"javascript:{SAY_BARE}",
    f"${{{SAY}}}",
    f"{{{{constructor.constructor('{SAY_BARE}')()}}}}",
    f"';{SAY};'",
    f'";{SAY_BARE};"',
    f"\u2028{SAY_BARE}//",
    f"\\u003cscript\\u003e{SAY_BARE}\\u003c/script\\u003e",
    f"&lt;img src=x onerror={SAY_BARE}&gt;",
    f"&#60;script&#62;{SAY_BARE}&#60;/script&#62;",
    f"%3Cscript%3E{SAY_BARE}%3C/script%3E",
    f"\uff1cscript\uff1e{SAY_BARE}\uff1c/script\uff1e",
    f"<scr\u200bipt>{SAY_BARE}</script>",
    f"<!--<img src='--><img src=x onerror={SAY_BARE}>'>",
    f"<base href=//evil.example/><script>{SAY_BARE}</script>",
    f"<meta http-equiv=refresh content='0;url=javascript:{SAY_BARE}'>",
    f"<link rel=stylesheet href=//evil.example/x.css><script>{SAY_BARE}</script>",
    f"<form action=javascript:{SAY_BARE}><button autofocus>x</button></form>",
    f"<a href=javascript:{SAY_BARE} autofocus>x</a>",
    f"<marquee onstart={SAY_BARE}>x</marquee>",
    f"<video src=x onerror={SAY_BARE}></video>",
    f"<audio src=x onerror={SAY_BARE}></audio>",
    f"<p id=body name=cookie><img name=body src=x onerror={SAY_BARE}>",
    f"<newsroom-embed data-type=quote data-id=1 onfocus={SAY_BARE} tabindex=0>",
]
