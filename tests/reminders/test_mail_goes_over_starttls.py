from __future__ import annotations

import ssl
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.utils import timezone

from reminders.delivery.sender import run_due
from reminders.models import MailServer, Message
from tests.reminders.due import only_message, thanks_due
from tests.sink import Sink

pytestmark = pytest.mark.django_db


@pytest.fixture
def tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """The context of a server whose certificate this process trusts."""
    file = tmp_path / "server.pem"
    file.write_bytes(_key_and_certificate())
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    return context


def _key_and_certificate() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "sink")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(timezone.now() - timedelta(days=1))
        .not_valid_after(timezone.now() + timedelta(days=1))
        .add_extension(here, critical=False)
        .sign(key, hashes.SHA256())
    )
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ) + certificate.public_bytes(serialization.Encoding.PEM)


def _again(sink: Sink) -> None:
    """Start the server anew with what was set on it."""
    sink.stop()
    sink.start()


def test_without_a_login(alice, sink, tls, settings):
    sink.tls = tls
    _again(sink)
    settings.EMAIL_USE_TLS = True
    thanks_due(alice)

    run_due()

    assert len(sink.messages) == 1
    assert only_message(alice).state == "sent"


def test_with_a_login(alice, sink, tls, settings):
    sink.tls, sink.login = tls, ("callback", "a password")
    _again(sink)
    settings.EMAIL_USE_TLS = True
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = sink.login
    thanks_due(alice)

    run_due()

    assert len(sink.messages) == 1


def test_a_certificate_nobody_vouches_for_is_not_trusted(
    alice, sink, tls, settings, monkeypatch
):
    sink.tls = tls
    _again(sink)
    settings.EMAIL_USE_TLS = True
    monkeypatch.delenv("SSL_CERT_FILE")
    thanks_due(alice)

    run_due()

    assert sink.messages == []
    assert not Message.objects.exists()
    assert "certificate" in MailServer.objects.get().said
