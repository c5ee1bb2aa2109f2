using IsoE.Office.Dossiers;

namespace IsoE.Office.Tests.Dossiers;

public sealed class DossierTableTests
{
    [Test]
    public void Every_status_has_a_name_and_a_row_of_actions() =>
        Assert.That(NationalStatus.All.Select(status => (NationalStatus.NameOf(status).Vi, DossierActions.In(status))), Has.Exactly(10).Items);

    [Test]
    public void Every_action_has_a_name_and_a_right_and_is_possible_somewhere()
    {
        foreach (var action in Enum.GetValues<DossierAction>())
        {
            Assert.That(DossierActions.NameOf(action).Vi, Is.Not.Empty);
            Assert.That(DossierActions.RightFor(action), Is.Not.Null);
            Assert.That(NationalStatus.All.Any(status => DossierActions.In(status).Contains(action)), $"{action}");
        }
    }

    [Test]
    public void Every_combination_of_states_has_a_status()
    {
        var derived =
            from business in Enum.GetValues<BusinessState>()
            from money in Enum.GetValues<MoneyState>()
            from delivery in Enum.GetValues<DeliveryState>()
            from accepted in new[] { false, true }
            from waits in new[] { false, true }
            select NationalStatus.Of(business, accepted, money, delivery, waits);

        Assert.That(derived.Distinct().Order(), Is.EqualTo(NationalStatus.All));
    }

    [TestCase(BusinessState.Registered, false, MoneyState.None, DeliveryState.None, false, 1)]
    [TestCase(BusinessState.Accepted, true, MoneyState.None, DeliveryState.None, false, 2)]
    [TestCase(BusinessState.Refused, false, MoneyState.None, DeliveryState.None, false, 3)]
    [TestCase(BusinessState.InProcess, true, MoneyState.None, DeliveryState.None, false, 4)]
    [TestCase(BusinessState.AwaitingSupplement, true, MoneyState.None, DeliveryState.None, false, 5)]
    [TestCase(BusinessState.InProcess, true, MoneyState.Requested, DeliveryState.None, true, 6)]
    [TestCase(BusinessState.InProcess, true, MoneyState.Requested, DeliveryState.None, false, 4)]
    [TestCase(BusinessState.WithdrawalAsked, true, MoneyState.None, DeliveryState.None, false, 7)]
    [TestCase(BusinessState.Withdrawn, true, MoneyState.None, DeliveryState.None, false, 8)]
    [TestCase(BusinessState.Stopped, true, MoneyState.None, DeliveryState.None, false, 8)]
    [TestCase(BusinessState.Settled, true, MoneyState.None, DeliveryState.Ready, false, 9)]
    [TestCase(BusinessState.Refused, true, MoneyState.None, DeliveryState.Ready, false, 9)]
    [TestCase(BusinessState.Settled, true, MoneyState.Paid, DeliveryState.Returned, false, 10)]
    public void The_national_status_follows_from_the_states(
        BusinessState business, bool accepted, MoneyState money, DeliveryState delivery, bool waits, int status) =>
        Assert.That(NationalStatus.Of(business, accepted, money, delivery, waits), Is.EqualTo(status));

    [TestCase("Nguyễn Thị  Đào", "nguyen thi dao")]
    [TestCase("ĐẶNG QUỐC ƯỚC", "dang quoc uoc")]
    [TestCase("H29.150-261102-0001", "h29.150-261102-0001")]
    [TestCase("  ", "")]
    public void Text_is_searched_without_diacritics(string text, string searched) =>
        Assert.That(SearchText.Of(text), Is.EqualTo(searched));

    [Test]
    public void Decomposed_letters_are_searched_as_composed_ones() =>
        Assert.That(SearchText.Of("Nguye\u0302\u0303n"), Is.EqualTo("nguyen"));

    [TestCase("079085001234", "•••••••••234")]
    [TestCase("12", "••")]
    [TestCase(null, null)]
    public void Identity_numbers_are_masked(string? number, string? masked) =>
        Assert.That(Masked.IdentityNumber(number), Is.EqualTo(masked));
}
