using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>The control page of the ISO document: who drafted, reviewed and approved it, issue and revisions.</summary>
/// <param name="Number">Number of the document, for example <c>QT-15/MC</c>.</param>
public sealed record ControlPage(
    string Number,
    int Issue,
    DateOnly IssuedOn,
    ControlSignature Drafted,
    ControlSignature Reviewed,
    ControlSignature Approved,
    IReadOnlyList<Revision> Revisions,
    IReadOnlyList<Distribution> Distribution);

/// <summary>Who signs the control page: a role, and the title printed under the signature.</summary>
/// <param name="Name">The person who signed in the system; null while only the position is known.</param>
/// <param name="On">The day of that signature; null likewise.</param>
public sealed record ControlSignature(string Role, Text Title, string? Name = null, DateOnly? On = null);

/// <param name="Part">Page or part concerned.</param>
public sealed record Revision(int Issue, int Number, DateOnly On, string Part, Text Description);

/// <param name="To">Unit or person that holds a controlled copy.</param>
public sealed record Distribution(Text To, int Copies);

/// <summary>A record the procedure leaves (section 7 of the document).</summary>
/// <param name="Code">Code the definition's <c>record</c> inputs name, for example <c>appraisal-report</c>.</param>
/// <param name="Template">Id of the document template that prints it, or null when the paper itself is the record.</param>
/// <param name="Form">Number of the blank form it is made on (BM-xx, or Mẫu 0x of the circular), or null.</param>
/// <param name="Signing">Who signs it once it is issued; null: as its form says, see <see cref="PaperSigning.Of"/>.</param>
public sealed record RecordKind(
    string Code,
    Text Name,
    string? Template,
    Retention Retention,
    Text Place,
    string? Form,
    Source Source,
    PaperSigning? Signing = null);

/// <summary>How long a record is kept: <see cref="Years"/> years, or for ever when null.</summary>
public readonly record struct Retention(int? Years)
{
    public Text Describe() => Years is { } years
        ? new Text($"{years} năm", years == 1 ? "1 year" : $"{years} years")
        : new Text("Vĩnh viễn", "Permanent");
}

/// <summary>A blank form of the procedure (section 6 of the document).</summary>
/// <param name="Number">For example <c>BM-15.01</c> or <c>Mẫu số 01</c>.</param>
public sealed record BlankForm(string Number, Text Name, string? LegalBasis, Source Source);

/// <summary>The written part of the document, in the order it stands in the file.</summary>
/// <param name="Sections">Vietnamese sections with their Markdown.</param>
/// <param name="EnglishSummary">Markdown of the English summary.</param>
public sealed record ProcedureText(IReadOnlyList<TextSection> Sections, string EnglishSummary);

public sealed record TextSection(string Title, string Markdown);
