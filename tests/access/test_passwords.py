"""Passwords: hashed and compared, and which are refused."""

from __future__ import annotations

import unicodedata
from unittest import mock

import bcrypt
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scorecard.access.accounts.passwords import check_new_password, hash_password, is_hash, is_password, random_password
from scorecard.errors import AccessError

ANY = st.text(st.characters(exclude_categories=()), max_size=1000)


@given(ANY)
def test_every_password_up_to_a_thousand_signs_opens_with_itself(text: str) -> None:
    hashed = hash_password(text)
    assert is_hash(hashed) and hashed.startswith("$2b$")
    assert is_password(text, hashed)


@given(st.text(max_size=200))
def test_composed_and_decomposed_letters_are_the_same_password(text: str) -> None:
    assert is_password(unicodedata.normalize("NFD", text), hash_password(unicodedata.normalize("NFC", text)))


@given(ANY, ANY)
def test_no_password_opens_with_another(one: str, other: str) -> None:
    assume(unicodedata.normalize("NFC", one) != unicodedata.normalize("NFC", other))
    assert not is_password(other, hash_password(one))


@pytest.mark.parametrize("text", ["a" * 73, "ắ" * 25, "x" * 72 + "y", "ab\0cd", "\0", "d" * 1000])
def test_signs_after_the_72nd_byte_or_after_a_nul_count(text: str) -> None:
    assert is_password(text, hash_password(text))
    assert not is_password(text[:-1] + "?", hash_password(text))
    assert not is_password(text + "?", hash_password(text))


def test_a_password_of_72_bytes_is_plain_bcrypt_as_others_write_it() -> None:
    assert bcrypt.checkpw("ắ".encode() * 24, hash_password("ắ" * 24).encode())
    assert is_password("ắ" * 24, bcrypt.hashpw("ắ".encode() * 24, bcrypt.gensalt(4)).decode())


def test_more_than_a_thousand_signs_are_refused() -> None:
    with pytest.raises(AccessError, match=r"1000"):
        hash_password("x" * 1001)
    assert not is_password("x" * 1001, hash_password("x" * 1000))


@pytest.mark.parametrize(
    "hashed", [None, "", "plain", "$2b$12$short", "$2b$31$" + "a" * 53, "$1$" + "a" * 57, "ắ" * 60]
)
def test_what_is_no_hash_opens_with_nothing(hashed: str | None) -> None:
    assert not is_password("matkhau", hashed)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "quá ngắn (0 ký tự)"),
        ("chín ký t", "quá ngắn (9 ký tự)"),
        ("e\u0302\u0301" * 9, "quá ngắn (9 ký tự)"),
        ("x" * 1001, "1000"),
        ("aaaaaaaaaabb", "ít ký tự"),
        ("Trần.Thị.Hòa", "tên đăng nhập"),
        ("Tran.Thi.Hoa2023", "tên đăng nhập"),
        ("Mật khẩu 123!", "hay bị đoán"),
        ("MATKHAU2023", "hay bị đoán"),
        ("2023matkhau", "hay bị đoán"),
        ("Quảng Trị 2023", "hay bị đoán"),
        ("1234567890", "hay bị đoán"),
        ("Password123!", "hay bị đoán"),
    ],
)
def test_a_password_that_is_tried_first_is_refused_with_the_reason(text: str, words: str) -> None:
    with pytest.raises(AccessError) as refused:
        check_new_password(text, "trần.thị.hòa")
    assert words in str(refused.value)
    assert text not in str(refused.value) or not text


@pytest.mark.parametrize("text", ["một câu ngắn của tôi", "correct horse battery", "ắ" * 7 + "bcd", "x1Y2z3W4v5"])
def test_a_password_of_ones_own_is_taken(text: str) -> None:
    check_new_password(text, "hoa")


@given(st.text(min_size=10, max_size=1000))
def test_a_password_that_is_taken_can_be_hashed(text: str) -> None:
    try:
        check_new_password(text, "hoa")
    except AccessError:
        assume(False)
    assert is_password(text, hash_password(text))


def test_random_passwords_are_taken_and_differ() -> None:
    made = {random_password() for _ in range(200)}
    assert len(made) == 200
    for text in made:
        check_new_password(text, "admin")
        assert not set(text) & set("ilo01IO")


@pytest.mark.true_cost
@pytest.mark.parametrize("hashed", [None, "", "plain", "$2b$04$short"])
@pytest.mark.parametrize("text", ["x", "x" * 5000, "\0", "\ud800"])
def test_every_try_costs_one_comparison_at_the_full_cost(hashed: str | None, text: str) -> None:
    with mock.patch.object(bcrypt, "checkpw", return_value=True) as compared:
        assert not is_password(text, hashed)
    [call] = compared.call_args_list
    assert call.args[1].startswith(b"$2b$12$") and is_hash(call.args[1].decode())


@pytest.mark.true_cost
def test_the_hash_of_nobody_can_really_be_compared() -> None:
    assert hash_password("một câu ngắn của tôi").startswith("$2b$12$")
    assert not is_password("một câu ngắn của tôi", None)
