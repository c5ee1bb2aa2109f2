using IsoE.Documents.Forms;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.Records.Printing;

/// <summary>Fills the controlled document of a procedure in one language.</summary>
internal sealed class ProcedurePrint(ProcedureVersion version, string language)
{
    private readonly Procedure _procedure = version.Procedure;

    public ProcedureDocument Of(Agency agency, Agency? upper)
    {
        var control = _procedure.Control;
        return new ProcedureDocument
        {
            UpperAgency = upper is null ? "" : In(upper.Name),
            Agency = In(agency.Name),
            Name = In(_procedure.Name),
            Code = control.Number,
            Issue = $"{control.Issue:00}",
            IssuedOn = Wording.ShortDate(control.IssuedOn),
            Control =
            [
                Signed(new Text("Soạn thảo", "Prepared"), control.Drafted),
                Signed(new Text("Xem xét", "Reviewed"), control.Reviewed),
                Signed(new Text("Phê duyệt", "Approved"), control.Approved),
            ],
            Revisions = [.. control.Revisions.Select(revision => new RevisionLine(
                Wording.ShortDate(revision.On), revision.Part, In(revision.Description), $"{revision.Issue:00}/{revision.Number:00}"))],
            Distribution = [.. control.Distribution.Select(line => new DistributionLine(In(line.To), $"{line.Copies:00}"))],
            Purpose = Section("Mục đích"),
            Scope = Section("Phạm vi"),
            References = Section("Tài liệu viện dẫn"),
            Terms = [.. _procedure.Abbreviations.Select(word => new TermLine(word.Short, In(word.Meaning)))],
            LegalBasis = [.. _procedure.LegalBasis.Select(basis => $"{basis.Number}: {In(basis.Title)}")],
            IsInternal = _procedure.IsOpenedByOfficers,
            OpenedBy = string.Join("; ", _procedure.OpenedBy.Select(role => In(Roles.NameOf(role)))),
            Components = [.. _procedure.Components.Select(Component)],
            Sets = $"{_procedure.Sets:00} {In(new Text("bộ", _procedure.Sets == 1 ? "set" : "sets"))}",
            Time = [.. _procedure.Cases.Select(Case)],
            Place = In(new Text("Trung tâm Phục vụ hành chính công hoặc Cổng Dịch vụ công quốc gia", "Public administration service centre, or the National Public Service Portal")),
            Fees = [.. _procedure.Fees.Select(fee => $"{In(fee.Name)}: {In(fee.Rule)}")],
            Steps = [.. version.Steps.Rows.Select(Step)],
            Diagram = ProcedureDiagram.Of(version, language),
            Conditions = [.. Confidentiality, .. _procedure.Constraints.Select(In), .. language == "en" ? [] : Section("Yêu cầu và lưu ý")],
            Forms = [.. _procedure.BlankForms.Select(form => new FormLine(form.Number, In(form.Name)))],
            Records = [.. _procedure.Records.Select(record => new RecordLine(In(record.Name), "01", In(record.Retention.Describe()), In(record.Place)))],
            Written = language,
        };
    }

    private string In(Text text) => text.In(language);

    /// <summary>The control page names positions; who holds them is the organisation's matter at signing.</summary>
    private ControlLine Signed(Text duty, ControlSignature signature) => new(In(duty), "", In(signature.Title), "");

    /// <summary>The paragraphs of a section; the English document has the summary in place of the purpose.</summary>
    private List<string> Section(string title)
    {
        if (language != "en")
            return MarkdownLines.Of(_procedure.Body.Sections.FirstOrDefault(section => section.Title == title)?.Markdown ?? "");
        return title == "Mục đích" ? MarkdownLines.Of(_procedure.Body.EnglishSummary)
            : title == "Phạm vi" ? [.. _procedure.Applicants.Select(applicant => applicant.En)]
            : title == "Tài liệu viện dẫn" ? [.. _procedure.LegalBasis.Select(basis => basis.Number)]
            : [];
    }

    private ComponentLine Component(DossierComponent component)
    {
        var condition = component.Condition is { } words ? $" ({In(words)})" : "";
        var act = component.Act switch
        {
            ComponentAct.Show => In(new Text(" - xuất trình", " - to be shown")),
            ComponentAct.LookUp => In(new Text(" - cơ quan tra cứu", " - looked up by the agency")),
            _ => "",
        };
        return new ComponentLine(In(component.Name) + condition + act, Number(component.Originals), Number(component.Copies));
    }

    private IEnumerable<string> Confidentiality => _procedure.Confidentiality is { } rule ? [In(rule.Rule)] : [];

    private static string Number(int count) => count == 0 ? "" : $"{count:00}";

    private string Case(ProcedureCase item) => _procedure.Cases.Count == 1
        ? In(item.DescribeLimit())
        : $"{In(item.Name)}: {In(item.DescribeLimit())}";

    private StepLine Step(StepRow step)
    {
        var records = step.Outcomes.SelectMany(outcome => outcome.Records).Append(step.Record).OfType<RecordKind>()
            .Select(record => record.Form is { } form ? $"{In(record.Name)} ({form})" : In(record.Name))
            .Distinct();
        return new StepLine($"B{step.Number}", In(step.Title), In(step.Responsible), In(step.Time()), string.Join("; ", records));
    }
}
