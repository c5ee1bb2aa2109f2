using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>
/// A procedure as its ISO text states it: everything that is not flow. The flow is the workflow definition it is
/// paired with in a <c>ProcedureVersion</c>.
/// </summary>
public sealed record Procedure
{
    /// <summary>National code, for example <c>1.001612</c>, or the code of an internal procedure, for example <c>NB-01</c>.</summary>
    public required string Code { get; init; }
    public required Text Name { get; init; }
    public required Text Field { get; init; }
    public string? FieldCode { get; init; }
    public required ProcedureLevel Level { get; init; }
    /// <summary>The agencies that settle it; empty where the level alone decides.</summary>
    public required IReadOnlyList<Executor> Executors { get; init; }
    public required Text PublishingAgency { get; init; }
    public required Text ExecutingAgency { get; init; }
    public required IReadOnlyList<Text> Applicants { get; init; }
    public required Source Source { get; init; }
    public required ControlPage Control { get; init; }
    public required IReadOnlyList<VersionInForce> Versions { get; init; }
    /// <summary>At least one. A procedure without distinctions has the single case <c>standard</c>.</summary>
    public required IReadOnlyList<ProcedureCase> Cases { get; init; }
    public required IReadOnlyList<LegalBasis> LegalBasis { get; init; }
    public required IReadOnlyList<DossierComponent> Components { get; init; }
    /// <summary>How many sets of papers the applicant hands in.</summary>
    public required int Sets { get; init; }
    public required IReadOnlyList<Fee> Fees { get; init; }
    public required SupplementRule Supplement { get; init; }
    /// <summary>Same-day procedures: received before this time, returned the same day. Null for all others.</summary>
    public TimeOnly? SameDayCutOff { get; init; }
    /// <summary>The dossier form: what the applicant declares.</summary>
    public required IReadOnlyList<FormField> Form { get; init; }
    public required IReadOnlyList<TaskForm> TaskForms { get; init; }
    /// <summary>What another procedure that hands over to this one gets back: fields of its task forms; see <see cref="StepAnswer"/>.</summary>
    public required IReadOnlyList<FormField> Answer { get; init; }
    public required IReadOnlyList<RecordKind> Records { get; init; }
    public required IReadOnlyList<BlankForm> BlankForms { get; init; }
    public required Text ResultName { get; init; }
    public required OnlineLevel OnlineLevel { get; init; }
    /// <summary>Why only named people may see its dossiers (SoD-10); null where the roles of the agency decide.</summary>
    public ConfidentialityRule? Confidentiality { get; init; }
    /// <summary>Conditions the flow cannot express, for example that both spouses must be present.</summary>
    public required IReadOnlyList<Text> Constraints { get; init; }
    public required IReadOnlyList<Abbreviation> Abbreviations { get; init; }
    public required ProcedureText Body { get; init; }

    /// <summary>Roles that may open a dossier of an internal procedure themselves; empty when nobody does.</summary>
    public required IReadOnlyList<string> OpenedBy { get; init; }

    /// <summary>True for procedures that agencies run for themselves or for each other and no applicant submits.</summary>
    public bool IsInternal => Level == ProcedureLevel.Internal;

    /// <summary>Whether such an agency settles the procedure. Internal ones without named executors are anybody's.</summary>
    public bool IsExecutedBy(Executor agency) => Executors.Count > 0
        ? Executors.Contains(agency)
        : IsInternal || string.Equals($"{Level}", agency.Level, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether officers open its dossiers, as those of the quality system; the other internal ones begin as part of another dossier.</summary>
    public bool IsOpenedByOfficers => OpenedBy.Count > 0;

    public ProcedureCase? FindCase(string id) => Cases.FirstOrDefault(c => c.Id == id);
    public TaskForm? FindTaskForm(string id) => TaskForms.FirstOrDefault(f => f.Id == id);
    public RecordKind? FindRecord(string code) => Records.FirstOrDefault(r => r.Code == code);
    public DossierComponent? FindComponent(string id) => Components.FirstOrDefault(c => c.Id == id);
}

public enum ProcedureLevel { Commune, Province, Internal }

/// <summary>A kind of agency at a level, as <see cref="AgencyKinds"/> lists them.</summary>
public sealed record Executor(string Level, string Kind);

/// <summary>How far the procedure can be done online: full (toàn trình), partial (một phần), information only.</summary>
public enum OnlineLevel { Full, Partial, Info }

/// <summary>A distinction the law makes inside one procedure, with its own limit.</summary>
/// <param name="Limit">The legal limit from <paramref name="StartsAt"/> to the settled result.</param>
/// <param name="StartsAt">What starts the clock.</param>
/// <param name="Prolongations">How often and how far the law lets the limit be prolonged, in order; empty for not at all.</param>
public sealed record ProcedureCase(
    string Id, Text Name, TimeLimit Limit, ClockStart StartsAt, IReadOnlyList<Prolongation> Prolongations, Source Source)
{
    /// <summary>The limit with its prolongations, for example "30 ngày (vụ việc phức tạp: 60 ngày)".</summary>
    public Text DescribeLimit()
    {
        var limit = Limit.Describe();
        if (Prolongations.Count == 0) return limit;
        var further = Prolongations.Select(each => (each.Ground, Limit: each.Limit.Describe())).ToList();
        return new Text(
            $"{limit.Vi} ({string.Join("; ", further.Select(each => $"{each.Ground.Vi}: {each.Limit.Vi}"))})",
            $"{limit.En} ({string.Join("; ", further.Select(each => $"{each.Ground.En}: {each.Limit.En}"))})");
    }
}

/// <summary>A prolongation (gia hạn) the law allows by a decision before the limit ends. Not an apology: what is late stays late.</summary>
/// <param name="Limit">The whole limit once prolonged, from the start of the clock.</param>
/// <param name="Ground">When it is allowed.</param>
public sealed record Prolongation(TimeLimit Limit, Text Ground, Source Source);

/// <summary>Dossiers are open to named people only: who received them, and who is or was given a task of theirs.</summary>
/// <param name="Rule">The rule in words, for the ISO document.</param>
public sealed record ConfidentialityRule(Text Rule, Source Source);

/// <summary>What starts the statutory clock (R-01).</summary>
public enum ClockStart { Accepted, Received }

/// <summary>A text the procedure rests on; dates are null where nobody has verified them.</summary>
public sealed record LegalBasis(
    string Number,
    Text Title,
    DateOnly? EffectiveFrom,
    DateOnly? EffectiveTo,
    Source Source)
{
    public bool IsInForce(DateOnly on) => (EffectiveFrom is null || EffectiveFrom <= on) && (EffectiveTo is null || on <= EffectiveTo);
}

/// <summary>How often an applicant may be asked to supplement, and how long the applicant has.</summary>
/// <param name="Max">Requests allowed without an override (R-09).</param>
/// <param name="Limit">Time the applicant has; when it passes the dossier may be stopped (R-10).</param>
public sealed record SupplementRule(int Max, TimeLimit Limit, Source Source)
{
    /// <summary>Of procedures without an applicant: nobody is asked.</summary>
    public static SupplementRule Never { get; } = new(0, new TimeLimit(1, TimeUnit.WorkingDays), new Source(true, null));
}

/// <summary>A sum the applicant pays.</summary>
/// <param name="Amount">Whole đồng; null where a formula or a local decision sets it.</param>
/// <param name="Formula">Expression over <c>getInput('form')</c> giving whole đồng, or null.</param>
/// <param name="Rule">The rule in words.</param>
public sealed record Fee(string Id, FeeKind Kind, Text Name, decimal? Amount, FormExpression? Formula, Text Rule, Source Source);

/// <summary>Phí (price of a service) and lệ phí (set by the State) are two kinds of money.</summary>
public enum FeeKind { Fee, Statutory }

/// <summary>When a version of the flow came into force.</summary>
public sealed record VersionInForce(int Version, DateOnly EffectiveFrom);

public sealed record Abbreviation(string Short, Text Meaning);
