using IsoE.Office.Procedures.WordImport;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Procedures.WordImport;

public sealed class WordImportTests
{
    [Test]
    public void Steps_of_varied_documents_are_read_as_their_authors_meant_them()
    {
        var score = Scored(Corpus.Development);

        TestContext.Out.WriteLine(score.Report($"{Corpus.Development.Count} documents"));
        foreach (var miss in score.Misses) TestContext.Out.WriteLine(miss);
        Assert.Multiple(() =>
        {
            Assert.That(score.Steps, Is.GreaterThanOrEqualTo(0.95));
            Assert.That(score.AllFields, Is.GreaterThanOrEqualTo(0.95));
        });
    }

    [Test]
    public void Words_and_layouts_the_reader_was_not_tuned_on_are_mostly_read()
    {
        var score = Scored(Corpus.HoldOut);

        TestContext.Out.WriteLine(score.Report($"hold-out, {Corpus.HoldOut.Count} documents"));
        Assert.That(score.AllFields, Is.GreaterThanOrEqualTo(0.85));
    }

    private static ImportScore Scored(IEnumerable<ImportCase> documents)
    {
        var score = new ImportScore();
        foreach (var document in documents) score.Add(document, Read(document));
        return score;
    }

    private static WordProcedure Read(ImportCase document)
    {
        try
        {
            return ReadWordProcedure.Run(new MemoryStream(document.Docx.ToBytes()), []);
        }
        catch (RejectedException refused)
        {
            throw new AssertionException($"{document.Name}: {refused.Reason.En}");
        }
    }
}
