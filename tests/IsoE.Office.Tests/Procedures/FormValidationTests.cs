using System.Text.Json;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Procedures;

public sealed class FormValidationTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [TestCase(FieldType.IdentityNumber, "079 203 001234", "\"079203001234\"")]
    [TestCase(FieldType.IdentityNumber, "001.085.000001", "\"001085000001\"")]
    [TestCase(FieldType.Phone, "+84 912-345-678", "\"0912345678\"")]
    [TestCase(FieldType.Phone, "028.38291234", "\"02838291234\"")]
    [TestCase(FieldType.Date, "5/9/2026", "\"2026-09-05\"")]
    [TestCase(FieldType.Date, "05/09/2026", "\"2026-09-05\"")]
    [TestCase(FieldType.Date, "2026-09-05", "\"2026-09-05\"")]
    [TestCase(FieldType.Date, "29/02/2024", "\"2024-02-29\"")]
    [TestCase(FieldType.Money, "100.000.000", "100000000")]
    [TestCase(FieldType.Money, "100.000.000 đ", "100000000")]
    [TestCase(FieldType.Money, "75000 đồng", "75000")]
    [TestCase(FieldType.Number, "97,4", "97.4")]
    [TestCase(FieldType.Number, "97.4", "97.4")]
    [TestCase(FieldType.Number, "1.284", "1284")]
    [TestCase(FieldType.Number, "1.284,5", "1284.5")]
    [TestCase(FieldType.Number, "-3", "-3")]
    [TestCase(FieldType.Integer, "3", "3")]
    [TestCase(FieldType.YesNo, "Có", "true")]
    [TestCase(FieldType.YesNo, "off", "false")]
    [TestCase(FieldType.Choice, "b", "\"b\"")]
    [TestCase(FieldType.Text, "  Nguyễn   Văn\tAn ", "\"Nguyễn Văn An\"")]
    [TestCase(FieldType.Multiline, "một\r\nhai", "\"một\\nhai\"")]
    public void What_people_type_is_understood_and_normalised(FieldType type, string typed, string expected)
    {
        var check = Check(Field(type), typed);

        Assert.Multiple(() =>
        {
            Assert.That(check.Errors, Is.Empty);
            Assert.That(Normalised(check), Is.EqualTo(Normalised(expected)));
        });
    }

    [TestCase(FieldType.IdentityNumber, "12345678901")]
    [TestCase(FieldType.IdentityNumber, "0792030012345")]
    [TestCase(FieldType.IdentityNumber, "097203001234")]
    [TestCase(FieldType.IdentityNumber, "000203001234")]
    [TestCase(FieldType.IdentityNumber, "07920300123a")]
    [TestCase(FieldType.IdentityNumber, "٠٧٩٢٠٣٠٠١٢٣٤")]
    [TestCase(FieldType.Phone, "912345678")]
    [TestCase(FieldType.Phone, "09123")]
    [TestCase(FieldType.Date, "31/02/2026")]
    [TestCase(FieldType.Date, "11/23/2026")]
    [TestCase(FieldType.Date, "23/11/26")]
    [TestCase(FieldType.Date, "01/01/1799")]
    [TestCase(FieldType.Money, "12,5")]
    [TestCase(FieldType.Money, "-1")]
    [TestCase(FieldType.Money, "mười nghìn")]
    [TestCase(FieldType.Number, "1,2,3")]
    [TestCase(FieldType.Number, "1e5")]
    [TestCase(FieldType.Integer, "2,5")]
    [TestCase(FieldType.Integer, "99999999999999999999999")]
    [TestCase(FieldType.YesNo, "maybe")]
    [TestCase(FieldType.Choice, "c")]
    [TestCase(FieldType.Text, "a\u0007b")]
    public void What_cannot_be_meant_is_refused_by_field(FieldType type, string typed)
    {
        var check = Check(Field(type), typed);

        Assert.Multiple(() =>
        {
            Assert.That(check.Errors.Keys, Is.EqualTo(new[] { "x" }));
            Assert.That(check.Values.EnumerateObject(), Is.Empty);
        });
    }

    [Test]
    public void What_has_to_be_confirmed_takes_a_yes_only()
    {
        var field = Field(FieldType.YesNo) with { MustBeYes = true };

        Assert.Multiple(() =>
        {
            Assert.That(Check(field, "Có").Errors, Is.Empty);
            Assert.That(Check(field, "Không").Errors["x"].En, Does.EndWith("has to be Yes before the step can be completed."));
        });
    }

    [TestCase("Nguye\u0302\u0303n", "Nguy\u1EC5n")]
    [TestCase("Nguye\u0303\u0302n", "Nguy\u1EC5n")]
    [TestCase("Nguy\u1EBD\u0302n", "Nguy\u1EC5n")]
    [TestCase("D\u01B0o\u031B\u0323ng", "D\u01B0\u1EE3ng")]
    [TestCase("A\u0306\u0301t", "\u1EAEt")]
    public void Letters_typed_with_their_marks_apart_become_one_character(string typed, string expected)
    {
        var check = Check(Field(FieldType.Text), typed);

        Assert.That(check.Values.GetProperty("x").GetString(), Is.EqualTo(expected));
    }

    [Test]
    public void Typed_json_values_are_taken_as_they_are()
    {
        var fields = new[] { Field(FieldType.Number) with { Id = "n" }, Field(FieldType.Integer) with { Id = "i" }, Field(FieldType.YesNo) with { Id = "y" } };

        var check = FormValidation.Validate(fields, Json("""{"n": 1.284, "i": 3, "y": true}"""), FormAnswers.ForDossier("standard", Today));

        Assert.Multiple(() =>
        {
            Assert.That(check.Errors, Is.Empty);
            Assert.That(check.Values.GetProperty("n").GetDecimal(), Is.EqualTo(1.284m));
            Assert.That(check.Values.GetProperty("i").GetInt32(), Is.EqualTo(3));
            Assert.That(check.Values.GetProperty("y").GetBoolean(), Is.True);
        });
    }

    [Test]
    public void Arrays_and_unknown_fields_are_refused()
    {
        var check = FormValidation.Validate([Field(FieldType.Text)], Json("""{"x": ["a"], "stranger": "b"}"""), FormAnswers.ForDossier("standard", Today));

        Assert.That(check.Errors.Keys, Is.EquivalentTo(new[] { "x", "stranger" }));
    }

    [TestCase("", true)]
    [TestCase("   ", true)]
    [TestCase("a", false)]
    public void A_required_field_must_be_filled(string typed, bool refused) =>
        Assert.That(Check(Field(FieldType.Text) with { Required = true }, typed).IsValid, Is.Not.EqualTo(refused));

    [TestCase("0", false)]
    [TestCase("1", true)]
    [TestCase("20", true)]
    [TestCase("21", false)]
    public void Bounds_are_inclusive(string typed, bool valid) =>
        Assert.That(Check(Field(FieldType.Integer) with { Min = 1, Max = 20 }, typed).IsValid, Is.EqualTo(valid));

    [TestCase(DateRange.Past, "23/11/2026", true)]
    [TestCase(DateRange.Past, "24/11/2026", false)]
    [TestCase(DateRange.Future, "23/11/2026", true)]
    [TestCase(DateRange.Future, "22/11/2026", false)]
    [TestCase(DateRange.Any, "22/11/2036", true)]
    public void A_date_lies_where_the_field_says(DateRange range, string typed, bool valid) =>
        Assert.That(Check(Field(FieldType.Date) with { Dates = range }, typed).IsValid, Is.EqualTo(valid));

    [TestCase("12/TB-UBND", true)]
    [TestCase("x12/TB-UBND", false)]
    [TestCase("12/TB-UBND\nmore", false)]
    public void A_pattern_holds_for_the_whole_value(string typed, bool valid) =>
        Assert.That(Check(Field(FieldType.Multiline) with { Pattern = "[0-9]+/[A-Z-]+" }, typed).IsValid, Is.EqualTo(valid));

    [Test]
    public void A_hidden_field_is_neither_asked_for_nor_kept()
    {
        var fields = new[]
        {
            Field(FieldType.YesNo) with { Id = "rented" },
            Field(FieldType.Text) with { Id = "lease", Required = true, VisibleWhen = FormExpression.Parse("getInput('form').rented == true").Condition },
        };

        var hidden = FormValidation.Validate(fields, Json("""{"rented": "no", "lease": "x"}"""), FormAnswers.ForDossier("standard", Today));
        var shown = FormValidation.Validate(fields, Json("""{"rented": "yes"}"""), FormAnswers.ForDossier("standard", Today));

        Assert.Multiple(() =>
        {
            Assert.That(hidden.IsValid, Is.True);
            Assert.That(hidden.Values.TryGetProperty("lease", out _), Is.False);
            Assert.That(shown.Errors.Keys, Is.EqualTo(new[] { "lease" }));
        });
    }

    [Test]
    public void A_task_form_sees_the_dossier_form_its_own_fields_and_the_outcome()
    {
        var fields = new[]
        {
            Field(FieldType.YesNo) with { Id = "needsOpinion" },
            Field(FieldType.Text) with { Id = "agency", Required = true, VisibleWhen = FormExpression.Parse("variables.needsOpinion == true && getInput('form').floors > 3").Condition },
            Field(FieldType.Text) with { Id = "reason", Required = true, Outcomes = ["SentBack"] },
        };

        IEnumerable<string> Errors(int floors, string outcome) => FormValidation.Validate(
            fields, Json("""{"needsOpinion": "yes"}"""), FormAnswers.ForTask("standard", Json($$"""{"floors": {{floors}}}"""), outcome, Today)).Errors.Keys;

        Assert.Multiple(() =>
        {
            Assert.That(Errors(4, "Approved"), Is.EqualTo(new[] { "agency" }));
            Assert.That(Errors(3, "Approved"), Is.Empty);
            Assert.That(Errors(3, "SentBack"), Is.EqualTo(new[] { "reason" }));
        });
    }

    [TestCase(1945, 2100, "2026", "không lớn hơn 2100.")]
    [TestCase(0, 1_000_000, "2.026", "không lớn hơn 1.000.000.")]
    public void A_year_is_written_without_a_point_and_other_numbers_with_points(int min, int max, string shown, string refusal)
    {
        var field = Field(FieldType.Integer) with { Min = min, Max = max };

        Assert.That(FormWords.Of(field, Json("2026")).Vi, Is.EqualTo(shown));
        Assert.That(Check(field, $"{max + 1}").Errors["x"].Vi, Does.EndWith(refusal));
    }

    private static FormField Field(FieldType type) => new(
        "x", new Text("Trường", "Field"), null, type, false,
        type == FieldType.Choice ? [new FieldOption("a", new Text("A", "A")), new FieldOption("b", new Text("B", "B"))] : [],
        null, null, null, null, DateRange.Any, null, []);

    private static FormCheck Check(FormField field, string typed) =>
        FormValidation.Validate([field], new Dictionary<string, string?> { ["x"] = typed }, FormAnswers.ForDossier("standard", Today));

    private static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    private static string Normalised(FormCheck check) => Normalised(check.Values.GetProperty("x").GetRawText());

    private static string Normalised(string json) => JsonSerializer.Serialize(Json(json));
}
