using IsoE.Office.Procedures;

namespace IsoE.Office.Tests.Procedures;

/// <summary>The search of the public catalogue, over the shipped procedures.</summary>
public sealed class ProcedureSearchTests
{
    private static readonly IReadOnlyList<ProcedureVersion> Offered =
        [.. ProcedureLibrary.Load(AppContext.BaseDirectory).InForce(new DateOnly(2026, 11, 27)).Where(version => !version.Procedure.IsInternal)];

    [TestCase("khai sinh", "1.001193", TestName = "words_without_diacritics")]
    [TestCase("KHAI SINH", "1.001193", TestName = "capitals")]
    [TestCase("hô kinh doanh", "1.001612", TestName = "half_of_the_diacritics")]
    [TestCase("khia sinh", "1.001193", TestName = "two_letters_swapped")]
    [TestCase("dang ky ket honn", "1.000894", TestName = "a_letter_too_many")]
    [TestCase("làm giấy khai sinh", "1.001193", TestName = "a_word_that_the_name_does_not_have")]
    [TestCase("001612", "1.001612", TestName = "part_of_the_code")]
    public void Finds(string typed, string code) =>
        Assert.That(ProcedureSearch.Find(Offered, typed, version => version.Procedure).Select(version => version.Code), Does.Contain(code));

    [Test]
    public void What_is_typed_right_is_not_drowned_in_what_only_looks_like_it() =>
        Assert.That(ProcedureSearch.Find(Offered, "hộ kinh doanh", version => version.Procedure).Select(version => version.Code), Is.EqualTo(new[] { "1.001612" }));

    [Test]
    public void Nonsense_finds_nothing() =>
        Assert.That(ProcedureSearch.Find(Offered, "zzzz qqqq", version => version.Procedure), Is.Empty);
}
