using IsoE.Office.Improvement.Import;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Logs.Conformance;

namespace IsoE.Office.Improvement;

/// <summary>How far dossiers, or the cases of an imported log, went by a version of a procedure.</summary>
public sealed class CheckConformance(OwnLog log, OfficeDb db, LogFiles files, ProcedureLibraries libraries)
{
    /// <summary>The dossiers received in the period that went to the end of their flow under this version.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>model-too-large</c>, <c>model-unsound</c>.</exception>
    public async Task<Conformance> Own(Actor actor, ProcedureVersion version, Period period, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadReports);
        var model = ProcedureModel.Of(version.Definition);
        var tally = new ConformanceTally(model, model.Activities.ToDictionary(step => step, step => step, StringComparer.Ordinal));
        var number = version.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await foreach (var @case in log.Read(actor, version.Code, period, cancel))
            // What is still to come, or was lawfully cut short, has not been skipped.
            if (@case.Attributes.ContainsKey(OwnLog.Ended) && @case.Attributes[OwnLog.Version] == number)
                tally.Add(@case with { Events = [.. @case.Events.Where(done => done.Activity != OwnLog.Received)] });
        return tally.Result();
    }

    /// <summary>The cases of an imported log, by the steps said for its activities.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>log-unknown</c>, <c>log-unread</c>, <c>log-steps-missing</c>.</exception>
    public async Task<Conformance> Imported(Actor actor, string id, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadReports);
        var row = await ImportedLogs.Get(db, id, cancel);
        if (!row.IsRead) throw MineMap.Unread();
        if (row.ReadSteps() is not { Steps.Count: > 0 } said)
            throw new RejectedException("log-steps-missing", new Text(
                "Chưa có hoạt động nào của nhật ký được gắn với bước của quy trình. Hãy chọn quy trình và gắn các bước.",
                "No activity of the log stands for a step of a procedure yet. Choose the procedure and say which does."));
        var version = libraries.Of(actor.AgencyId).Get(said.ProcedureCode, said.ProcedureVersion);
        var tally = new ConformanceTally(ProcedureModel.Of(version.Definition), said.Steps);
        foreach (var @case in files.Read(row.AgencyId, row.Id))
        {
            cancel.ThrowIfCancellationRequested();
            if (!@case.IsOpen) tally.Add(@case);
        }

        return tally.Result();
    }

    /// <summary>Keeps which step each activity of an imported log stands for.</summary>
    /// <param name="steps">Activity to step; empty ones are left out.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>log-unknown</c>, <c>log-steps-missing</c>.</exception>
    public async Task SaySteps(Actor actor, string id, ProcedureVersion version, IReadOnlyDictionary<string, string?> steps, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ManageQuality);
        var row = await ImportedLogs.Get(db, id, cancel);
        var known = ProcedureModel.Of(version.Definition).Activities;
        var said = steps.Where(each => each.Value is { } step && known.Contains(step)).ToDictionary(each => each.Key, each => each.Value!, StringComparer.Ordinal);
        row.Steps = OfficeJson.Write(new LogSteps(version.Code, version.Version, said));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Which step each activity is likely to stand for: the one of the same id or title.</summary>
    public static IReadOnlyDictionary<string, string> Guess(ProcedureVersion version, IEnumerable<string> activities)
    {
        var steps = ProcedureModel.Of(version.Definition).Activities;
        var titles = steps.Select(step => (step, Title: version.Definition.Activities[step].LiteralText("title"))).Where(each => each.Title is not null)
            .DistinctBy(each => Plain(each.Title!)).ToDictionary(each => Plain(each.Title!), each => each.step, StringComparer.Ordinal);
        return activities
            .Select(activity => (activity, step: steps.Contains(activity) ? activity : titles.GetValueOrDefault(Plain(activity))))
            .Where(each => each.step is not null).ToDictionary(each => each.activity, each => each.step!, StringComparer.Ordinal);
    }

    private static string Plain(string text) => VietnameseText.Plain(text).Trim().ToLowerInvariant();
}
