using IsoE.Workflows;

namespace IsoE.Office.Organisation;

/// <summary>One thing somebody did on a dossier, as far as the segregation of duties asks.</summary>
/// <param name="Kind">One of <see cref="Deeds"/>.</param>
/// <param name="ActivityId">The step, when it was one.</param>
/// <param name="Role">The role acted in, when it was a step.</param>
public sealed record Deed(string Kind, string PersonId, string? ActivityId = null, string? Role = null);

/// <summary>The kinds of <see cref="Deed"/>.</summary>
public static class Deeds
{
    public const string Step = "step";
    public const string Received = "received";
    public const string FeeSet = "fee-set";
    public const string Collected = "collected";
    public const string Settled = "settled";
}

/// <summary>A segregation rule that stands in the way of somebody.</summary>
/// <param name="Rule">Its code: <c>SoD-1</c>, <c>SoD-3</c>, <c>SoD-4</c>, <c>SoD-5</c>, <c>SoD-6</c>.</param>
/// <param name="Reason">Why, naming who did what before.</param>
/// <param name="Barred">The people the same rule bars on this dossier.</param>
/// <param name="BarredUnit">The unit all of whose people it bars; null for none.</param>
public sealed record Breach(string Rule, Text Reason, IReadOnlyList<string> Barred, string? BarredUnit = null)
{
    /// <summary>Code of the rejection, for example <c>sod-1</c>.</summary>
    public string Code => Rule.ToLowerInvariant();
}

/// <summary>The hard rules on who may not do what after having done something else on the same dossier.</summary>
public static class Segregation
{
    /// <summary>SoD-1: who appraised does not sign; and whatever else the definition keeps apart by <c>separateFrom</c>.</summary>
    /// <param name="role">The role of the task about to be done.</param>
    /// <param name="separateFrom">Activity ids whose performer may not do it.</param>
    public static Breach? OnTask(
        Actor actor, string role, IReadOnlyCollection<string> separateFrom, IEnumerable<Deed> deeds)
    {
        var apart = deeds.Where(deed => deed.Kind == Deeds.Step && IsKeptApart(deed, role, separateFrom)).ToList();
        var own = apart.FirstOrDefault(deed => deed.PersonId == actor.PersonId);
        return own is null ? null : new Breach("SoD-1", new Text(
            $"{actor.Name} đã thực hiện bước “{own.ActivityId}” của hồ sơ này nên không được thực hiện bước này (SoD-1: hai bước này phải do hai người khác nhau thực hiện).",
            $"{actor.Name} did step “{own.ActivityId}” of this dossier and may not do this one (SoD-1: the two steps are for two people)."),
            Doers(apart));
    }

    /// <summary>SoD-3: who set the fee does not collect it.</summary>
    public static Breach? OnCollecting(Actor actor, IEnumerable<Deed> deeds) =>
        Barring(actor, deeds, Deeds.FeeSet, "SoD-3", new Text(
            "đã xác định mức phí của hồ sơ này nên không được thu (SoD-3: người xác định phí không thu phí).",
            "set the fee of this dossier and may not collect it (SoD-3: who sets a fee does not collect it)."));

    /// <summary>SoD-4: a cashier does not cancel the own receipt.</summary>
    /// <param name="collectorId">Who issued the receipt about to be cancelled.</param>
    public static Breach? OnCancelling(Actor actor, string collectorId) =>
        Barring(actor, [new Deed(Deeds.Collected, collectorId)], Deeds.Collected, "SoD-4", new Text(
            "đã lập biên lai này nên không được tự hủy (SoD-4: người thu không hủy biên lai của mình).",
            "issued this receipt and may not cancel it (SoD-4: a cashier does not cancel the own receipt)."));

    /// <summary>SoD-4: neither who proposed a refund nor who issued its receipt approves it.</summary>
    public static Breach? OnRefunding(Actor actor, string proposerId, string collectorId) =>
        Barring(actor, [new Deed(Deeds.Collected, proposerId), new Deed(Deeds.Collected, collectorId)], Deeds.Collected, "SoD-4", new Text(
            "đã đề nghị hoàn tiền hoặc đã lập biên lai này nên không được duyệt hoàn tiền (SoD-4: người khác phải duyệt).",
            "proposed this refund or issued its receipt and may not decide on it (SoD-4: somebody else has to)."));

    /// <summary>SoD-5: nobody receives, settles and returns the same dossier alone.</summary>
    public static Breach? OnReturning(Actor actor, IReadOnlyCollection<Deed> deeds) =>
        deeds.Any(deed => deed.Kind == Deeds.Settled && deed.PersonId == actor.PersonId)
            ? Barring(actor, deeds, Deeds.Received, "SoD-5", new Text(
                "đã tiếp nhận và giải quyết hồ sơ này nên không được trả kết quả (SoD-5: một người không làm cả ba việc).",
                "received and settled this dossier and may not return it as well (SoD-5: not all three by one person)."))
            : null;

    /// <summary>SoD-6: nobody audits the unit they belong to.</summary>
    /// <param name="unit">The unit that is judged; null when none is.</param>
    public static Breach? OnAuditing(Actor actor, string? unit) =>
        unit is not null && actor.Units.Contains(unit)
            ? new Breach("SoD-6", new Text(
                $"{actor.Name} thuộc đơn vị được đánh giá nên không được thực hiện bước này (SoD-6: đánh giá viên không đánh giá đơn vị của mình).",
                $"{actor.Name} belongs to the audited unit and may not do this step (SoD-6: auditors do not audit their own unit)."),
                [], unit)
            : null;

    private static Breach? Barring(Actor actor, IEnumerable<Deed> deeds, string kind, string rule, Text because)
    {
        var doers = deeds.Where(deed => deed.Kind == kind).ToList();
        return doers.Exists(deed => deed.PersonId == actor.PersonId)
            ? new Breach(rule, new Text($"{actor.Name} {because.Vi}", $"{actor.Name} {because.En}"), Doers(doers))
            : null;
    }

    private static string[] Doers(IEnumerable<Deed> deeds) => [.. deeds.Select(deed => deed.PersonId).Distinct()];

    private static bool IsKeptApart(Deed deed, string role, IReadOnlyCollection<string> separateFrom) =>
        (deed.ActivityId is not null && separateFrom.Contains(deed.ActivityId))
        || (role == Roles.AgencyLeader && deed.Role == Roles.Specialist);
}
