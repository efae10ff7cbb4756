"""Errors of the local page and the HTTP API, and of starting them."""

from hotline_check.wording.text.catalogue import N_

# code -> (what is wrong, what to do)
SERVING = {
    # requests
    "bad-request": (
        N_("the request can't be read: {why}"),
        N_("compare it with the API's description at /v1/openapi.json"),
    ),
    "no-such-page": (N_("there is no page at this address"), N_("start at the first page")),
    "no-such-method": (
        N_("this address does not take such a request"),
        N_("the Allow header lists the ones it takes"),
    ),
    "text-too-long": (
        N_("this is longer than {most} bytes"),
        N_("send only the part with the contact"),
    ),
    "picture-too-long": (
        N_("the picture is larger than {most} MB"),
        N_("cut out the part with the contact, or type in what you see"),
    ),
    "not-a-picture": (
        N_("this file is not a picture that can be read here"),
        N_("choose a PNG, JPEG, WebP or GIF file, or type in what you see"),
    ),
    "picture-empty": (
        N_("no number, address or account was found in the picture"),
        N_("type in what you see"),
    ),
    "picture-unread": (N_("the picture could not be read"), N_("type in what you see")),
    "cut-off": (N_("the request ended before it was whole"), N_("send it again")),
    "too-slow": (N_("the request took too long to arrive"), N_("send it again")),
    "too-many-requests": (
        N_("too many requests came from your address"),
        N_("wait {seconds} seconds"),
    ),
    "wrong-host": (
        N_("this server does not answer for that host name"),
        N_("use its own address; who runs it can add a name with --allow-host"),
    ),
    "busy": (N_("the server is busy"), N_("try again in a minute")),
    "check-too-long": (
        N_("the check took too long and was given up, so nothing was checked"),
        N_("send only the part with the contact"),
    ),
    "registry-unusable": (
        N_("nothing was checked: the registry can't be read right now"),
        N_("don't dial meanwhile"),
    ),
    "server-failed": (
        N_("the server failed, so nothing was checked"),
        N_("don't dial meanwhile"),
    ),
    # starting
    "port-taken": (
        N_("can't listen on {host} port {port}: {why}"),
        N_("name another port with --port"),
    ),
    "serve-needs-host": (
        N_("{host} can be reached from other machines, but no host name is allowed"),
        N_("name those that people will type with --allow-host, such as check.example.org"),
    ),
    "bad-proxy": (
        N_("{got} is no IP address of a proxy"),
        N_("name its address or network, such as 10.0.0.2 or 10.0.0.0/24"),
    ),
    # the static site
    "not-a-site": (
        N_("{folder} holds something else than a site made by this command"),
        N_("name an empty or new folder"),
    ),
    "no-base-url": (
        N_("{got} is no address of a site"),
        N_("write it like https://example.org/ or https://example.org/folder/"),
    ),
}
