using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Redlines;
using IsoE.Office.Procedures.Redlines.Trees;

namespace IsoE.Office.Tests.Procedures.Redlines;

/// <summary>What holds of every pair of versions, readable or not. A failure prints its seed.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RedlineProperties
{
    [Test]
    public void Applied_to_the_old_version_a_redline_gives_the_new_one() => Check((before, after) =>
    {
        var result = Redline.Between(before, after).Apply(before);
        Assert.That(result.Flow, Is.EqualTo(CanonicalForm.Of(after).Flow));
        Assert.That(result.Text, Is.EqualTo(CanonicalForm.Of(after).Text));
    }, tests: 50);

    [Test]
    public void A_canonical_form_is_its_own() => Check((_, after) =>
        Assert.That(CanonicalForm.Of(CanonicalForm.Of(after)), Is.EqualTo(CanonicalForm.Of(after))));

    [Test]
    public void Every_edit_is_told_once_and_nothing_is_told_of_equal_versions() => Check((before, after) =>
    {
        var redline = Redline.Between(before, after);
        var edits = TreeDiff.Between(FlowForm.Of(before.Flow).Tree, FlowForm.Of(after.Flow).Tree)
            .Concat(TreeDiff.Between(TextForm.Of(before.Text).Tree, TextForm.Of(after.Text).Tree));
        Assert.That(redline.Changes.SelectMany(c => c.Edits).Select(e => string.Join('/', e.Path.Skip(1))),
            Is.EquivalentTo(edits.Select(e => e.Place)));
        Assert.That(redline.Changes, Has.All.Matches<Change>(c => c is { What: { Vi.Length: > 0, En.Length: > 0 }, Subject.Vi.Length: > 0 }));
        Assert.That(redline.Changes, before == after ? Is.Empty : Is.Not.Empty);
    });

    [Test]
    public void Between_procedures_that_have_nothing_in_common_it_is_exact()
    {
        foreach (var (before, after) in ShippedContents.All.Zip(ShippedContents.All.Skip(1)))
            Assert.That(Redline.Between(before, after).Apply(before), Is.EqualTo(CanonicalForm.Of(after)));
    }

    [Test]
    public void The_canonical_text_says_what_the_text_says()
    {
        foreach (var source in ShippedContents.All)
        {
            var (read, problems) = ProcedureReader.Read("", CanonicalForm.Of(source).Text);
            Assert.That(problems, Is.Empty);
            Assert.That(
                JsonSerializer.Serialize(read),
                Is.EqualTo(JsonSerializer.Serialize(ProcedureReader.Read("", source.Text).Procedure)));
        }
    }

    private static void Check(Action<ProcedureContent, ProcedureContent> property, int tests = 25) =>
        Prop.ForAll(RandomEdits.Pairs.ToArbitrary(), pair => property(pair.Before, pair.After))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
}
