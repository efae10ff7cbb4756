import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

import phonenumbers
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from hotline_check.reading.models import Find, Hints, Reading
from hotline_check.upkeep.web.fetch import Fetcher, Limits
from tests.upkeep.loopback import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def fetcher(site: Site) -> Fetcher:
    limits = Limits(connect=1, read=0.5, total=1, size=200_000, redirects=3)
    return Fetcher(limits=limits, resolve=site.resolve)


def find(text: str, hints: Hints) -> Iterable[Find]:
    """A plain finder: these tests are about pages, not about reading."""
    leniency = phonenumbers.Leniency.POSSIBLE
    for hit in phonenumbers.PhoneNumberMatcher(text, hints.region, leniency, 1000):
        value = phonenumbers.format_number(hit.number, phonenumbers.PhoneNumberFormat.E164)
        reading = Reading(kind="phone", value=value)
        yield Find(start=hit.start, end=hit.end, text=hit.raw_string, readings=(reading,))


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for example.com alone, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "example.com")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("example.com")]), False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    key_pem = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    path.write_bytes(made.public_bytes(pem) + key_pem)
    return path
