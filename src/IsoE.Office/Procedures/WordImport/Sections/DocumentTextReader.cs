using IsoE.Office.Procedures.WordImport.Steps;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Sections;

/// <summary>Takes purpose, scope, legal basis, components, forms and records where the document's headings say so.</summary>
internal sealed class DocumentTextReader(IReadOnlyList<DocumentSection> sections, Ledger ledger)
{
    private readonly SectionLists lists = new(ledger);

    public ImportedText Read(CoverReading cover) => new()
    {
        Name = cover.Name,
        Code = cover.Code,
        Number = cover.Number,
        Purpose = Prose(SectionKind.Purpose),
        Scope = Prose(SectionKind.Scope),
        References = Prose(SectionKind.References),
        Abbreviations = [.. Of(SectionKind.Definitions).SelectMany(lists.Abbreviations)],
        Definitions = Prose(SectionKind.Definitions),
        Conditions = Prose(SectionKind.Conditions),
        Result = Prose(SectionKind.Result),
        Limit = First<TimeLimit?>(SectionKind.Limit, text => TimeReader.Read(text, "") is { Limit: { } limit } reading ? (limit, reading.Confidence) : null),
        Sets = First<int?>(SectionKind.Sets, text => SectionLists.CountOf(text) is { } count ? (count, Confidence.Certain) : null),
        Fee = First<ImportedFee>(SectionKind.Fee, text => (SectionLists.FeeOf(text), Confidence.Likely)),
        Laws = [.. Of(SectionKind.LegalBasis).SelectMany(lists.Laws)],
        Papers = [.. Of(SectionKind.Components).SelectMany(lists.Papers)],
        Forms = [.. Of(SectionKind.Forms).SelectMany(lists.Forms)],
        Records = [.. Of(SectionKind.Records).SelectMany(lists.Records)],
        Others = [.. Others()],
    };

    private IEnumerable<DocumentSection> Of(SectionKind kind) => sections.Where(section => section.Kind == kind);

    private Imported<string>? Prose(SectionKind kind)
    {
        var all = Of(kind).ToList();
        if (all.Count == 0) return null;
        var markdown = string.Join("\n\n", all.Select(section => SectionMarkdown.Of(section, ledger)).Where(text => text.Length > 0));
        ledger.Take(all.SelectMany(section => section.Lines));
        return markdown.Length == 0 ? null : new Imported<string>(markdown, Confidence.Certain, ledger.Sources(all.SelectMany(section => section.Lines)));
    }

    private Imported<T>? First<T>(SectionKind kind, Func<string, (T Value, Confidence Confidence)?> read)
    {
        foreach (var section in Of(kind))
        {
            var text = string.Join(' ', section.Items.SelectMany(item => item.Texts).Prepend(section.Inline)).Trim();
            if (text.Length == 0 || read(text) is not var (value, confidence)) continue;
            ledger.Take(section.Lines);
            return new Imported<T>(value, confidence, ledger.Sources(section.Lines));
        }
        return null;
    }

    /// <summary>Known sections without a field, and unknown ones, keep their words in the body.</summary>
    private IEnumerable<(string, Imported<string>)> Others()
    {
        foreach (var section in sections.Where(section => section.Title.Length > 0 && section.Kind is SectionKind.Other or SectionKind.Place or SectionKind.Content or SectionKind.Steps))
        {
            var markdown = SectionMarkdown.Of(section, ledger);
            ledger.Frame(section.HeadingLines);
            if (markdown.Length == 0) continue;
            ledger.Take(section.Lines);
            yield return (section.Title, new Imported<string>(markdown, Confidence.Certain, ledger.Sources(section.Lines)));
        }
    }
}
