"""The phrases about callers in Romance languages; how they are written is in `phrases`."""

from typing import Final

from hotline_check.attribution.callers.models import Phrases

ROMANCE: Final = {
    "es": Phrases(
        shown=(
            "llamada/llamadas perdida/perdidas/entrante/entrantes/recibida/recibidas",
            "identificador de llamadas",
        ),
        said=(
            "recibí llamada de/del/desde",
            "recibí/tengo/tuve una/varias/dos llamada/llamadas -/perdida/perdidas de/del/desde",
            "me/le/nos -/ha/han/está/están/sigue/siguen llamó/llamaron/llamado/llaman/llamaba"
            "/llamando/escribió/escribieron/marcó/marcaron -/de/del/desde/con/por",
            "me llama de/del/desde/con/un/el",
            "sms/mensaje/mensajes/llamada recibido/recibida de/del/desde",
            "llamó/llamaron/contactó/contactaron a/me mi/me madre/padre/del/de -/desde/del/de",
            "estafador/estafadores/ladrón usó/usa/usaron/llamó/llamaron -/con/desde/de/del",
        ),
        after=(
            "-/no/ya -/para/me -/de/ha/está/sigue -/me llamó/llamaron/llamado/llamando/llamándome"
            "/llamarme/escribió",
            "me llama/llamaba/llaman/mandó/dejó/marcó/contactó/pidió/dijo",
            "no para/deja de llamar",
        ),
    ),
    "pt": Phrases(
        shown=(
            "chamada/chamadas/ligação/ligações -/não perdida/perdidas/recebida/recebidas/atendida",
            "identificador de chamadas",
        ),
        said=(
            "recebi -/uma/várias/duas chamada/chamadas/ligação/ligações/mensagem de/do",
            "me ligou/ligaram/ligam/mandou/chamou/chamaram -/de/do/com/pelo",
            "me/está/estão ligando -/de/do/com/pelo",
            "ligou/ligaram pra/para mim de/do/com/pelo",
            "chamaram/contato/chamou no/em zap/whatsapp/contato de/do/pelo",
            "entrou/entraram em contato por/pelo/com/de/do",
            "golpista/golpistas usou/usa/usaram/ligou/ligaram -/com/de/do",
        ),
        after=(
            "-/que me ligou/ligaram/liga/mandou/chamou/chamaram/ligando",
            "está/estava/fica/vive/continua/tá -/me -/a ligando/ligar",
            "não/acabou -/para/pára de me ligar",
            "ligou/ligaram/liga pra/para mim/minha/meu",
            "ligou/ligaram/mandou aqui/mensagem/sms",
            "não para de ligar",
            "-/me mandou/enviou -/uma mensagem/sms",
        ),
    ),
    "fr": Phrases(
        shown=("appel/appels manqué/manqués/entrant/entrants/reçu/reçus/inconnu",),
        said=(
            "m a/ont/avait/avaient appelé/appelée/téléphoné/contacté/contactée"
            " -/du/avec/depuis/via/par/de",
            "m appelle/appellent du/avec/depuis/via/par/de",
            "reçu un/des appel/appels/sms/message/messages du/de/depuis",
            "été appelé/appelée/contacté/contactée par",
            "appel/appels/sms reçu/reçus -/du/de",
            "un appel du",
            "escroc/escrocs/arnaqueur a/ont/utilise/utilisé/appelé -/utilisé/appelé -/le/du/avec",
        ),
        after=(
            "a/ont appelé/téléphoné",
            "-/qui m a/ont/avait appelé/appelée/téléphoné/contacté/contactée/envoyé/laissé",
            "-/qui m appelle/appelait/harcèle",
            "n arrête pas de/d -/m appeler",
            "vient/essaie/essaye/continue de/à m appeler",
        ),
    ),
    "it": Phrases(
        shown=(
            "chiamata/chiamate persa/perse/ricevuta/ricevute -/in -/arrivo",
            "chiamata in arrivo",
        ),
        said=(
            "mi/ci -/ha/hanno/sta/stanno -/continua/a chiamato/telefonato/scritto/chiamando"
            " -/dal/da/con/il",
            "mi/ci chiamano/chiama dal/da/con",
            "stato/stata chiamato/chiamata/contattato/contattata da/dal",
        ),
        after=(
            "-/che mi/ci -/ha/hanno/sta/stanno -/continua/a chiamato/chiamata/telefonato/scritto"
            "/chiamando",
            "mi chiama/chiamano",
            "continua a chiamarmi",
        ),
    ),
}
