import re

from newsroom.first_run import write_local_environment


def test_first_run_makes_a_secret_and_loopback_hosts(tmp_path):
    write_local_environment(tmp_path / "var")

    text = (tmp_path / "var" / "tribune.env").read_text()
    assert re.search(r"^SECRET_KEY=[\w-]{67}$", text, re.M)
    assert re.search(r"^ALLOWED_HOSTS=localhost,127\.0\.0\.1,\[::1\]$", text, re.M)


def test_secret_is_readable_by_its_owner_only(tmp_path):
    write_local_environment(tmp_path)

    assert (tmp_path / "tribune.env").stat().st_mode & 0o777 == 0o600


def test_each_first_run_has_its_own_secret(tmp_path):
    for name in ("one", "two"):
        write_local_environment(tmp_path / name)

    one, two = (tmp_path / name / "tribune.env" for name in ("one", "two"))
    assert one.read_text() != two.read_text()


def test_second_run_keeps_the_secret(tmp_path):
    first = write_local_environment(tmp_path)
    before = (tmp_path / "tribune.env").read_text()

    second = write_local_environment(tmp_path)

    assert (first, second) == (True, False)
    assert (tmp_path / "tribune.env").read_text() == before


def test_command_tells_what_it_made_and_nothing_the_second_time(run, tmp_path):
    first, second = (run("-m", "newsroom.first_run") for _ in range(2))

    made = f"Made {tmp_path / 'tribune.env'}, with a secret of its own\n"
    assert (first, second) == ((0, made, ""), (0, "", ""))
