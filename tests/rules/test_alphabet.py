from app.rules.alphabet import alphabetical


def test_names_stand_where_people_look_for_them() -> None:
    names = ["de Vries, Pieter", "Zöllner, Udo", "Åkesson, Kerstin", "Đặng, Thị", "Demir, Çağla"]

    assert sorted(names, key=alphabetical) == [
        "Åkesson, Kerstin",
        "Đặng, Thị",
        "de Vries, Pieter",
        "Demir, Çağla",
        "Zöllner, Udo",
    ]
