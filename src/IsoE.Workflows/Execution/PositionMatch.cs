using System.Text.Json;
using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Execution;

/// <summary>Holds the place where an instance stands against the place where a fresh one of another version stands.</summary>
internal sealed class PositionMatch
{
    private readonly WorkflowDefinition target;
    private readonly WorkflowInstance old;
    private readonly WorkflowInstance fresh;

    /// <summary>Activity instances of the fresh one by those of the old one they stand for.</summary>
    private readonly Dictionary<string, string> pairs = new(StringComparer.Ordinal);
    private readonly List<MigrationObstacle> obstacles = [];

    public PositionMatch(
        WorkflowDefinition target, WorkflowInstance old, Replaying replayed, IReadOnlyList<WorkflowEvent> history)
    {
        (this.target, this.old, fresh) = (target, old, replayed.State);
        FindDivergence(replayed);
        if (obstacles.Count == 0)
        {
            FindRepeats(replayed);
            FindLostRecords(replayed, history);
            PairOpen();
        }

        if (obstacles.Count == 0)
        {
            CheckPairs();
        }
    }

    public IReadOnlyList<MigrationObstacle> Obstacles => obstacles;

    /// <summary>The new position under the ids that the outside knows.</summary>
    public WorkflowMigrated Migrated()
    {
        var names = pairs.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
        var activities = pairs.Select(p => fresh.Activities[p.Value] with
        {
            Id = p.Key,
            ParentId = fresh.Activities[p.Value].ParentId is { } parent ? names[parent] : null,
            Failures = old.Activities[p.Key].Failures,
        });
        return new WorkflowMigrated(
            old.DefinitionVersionId,
            target.Id,
            target.Version,
            fresh.Input,
            fresh.Variables,
            fresh.Output,
            [.. activities.OrderBy(a => a.Id, StringComparer.Ordinal)],
            Tokens(names));
    }

    /// <summary>What waits and is asked for in another way now.</summary>
    public IEnumerable<BookmarkRevised> Revised() =>
        from bookmark in old.Bookmarks.Values
        let revised = bookmark with { Wait = Counterpart(bookmark).Wait }
        where Written(revised) != Written(bookmark)
        select new BookmarkRevised(bookmark.ActivityInstanceId, revised);

    private static string Written(Bookmark bookmark) => JsonSerializer.Serialize(bookmark, EngineJson.Options);

    private void FindDivergence(Replaying replayed)
    {
        if (replayed.Refused is { } choice)
        {
            Obstacle(MigrationRisk.Diverges, choice.ActivityId,
                $"Bước “{Title(choice.ActivityId).Vi}” đã kết thúc với kết quả “{choice.Outcome}”, phiên bản mới không có kết quả này.",
                $"“{Title(choice.ActivityId).En}” ended with “{choice.Outcome}”, an outcome the new version does not have.");
        }
        else if (fresh.Incidents.Values.FirstOrDefault(i => !old.Incidents.ContainsKey(i.ActivityInstanceId)) is { } incident)
        {
            Obstacle(MigrationRisk.Diverges, incident.ActivityId,
                $"Phiên bản mới gặp sự cố với dữ liệu của hồ sơ: {incident.Message.Vi}",
                $"The new version fails with the data of this instance: {incident.Message.En}");
        }
        else if (fresh.Ended is WorkflowSubStatus.Finished)
        {
            Obstacle(MigrationRisk.Diverges, null,
                "Theo phiên bản mới, với những kết quả đã có thì quy trình đã kết thúc.",
                "Under the new version the workflow would have ended with what has been decided so far.");
        }
    }

    private void FindRepeats(Replaying replayed)
    {
        foreach (var id in replayed.Left.Select(c => c.ActivityId).Distinct())
        {
            Obstacle(MigrationRisk.Repeats, id,
                $"Bước “{Title(id).Vi}” đã làm xong, theo phiên bản mới sẽ phải làm lại.",
                $"“{Title(id).En}” has been done and would come again under the new version.");
        }
    }

    private void FindLostRecords(Replaying replayed, IReadOnlyList<WorkflowEvent> history)
    {
        var made = history.OfType<RecordIssued>().Select(r => r.Record).ToHashSet(StringComparer.Ordinal);
        foreach (var record in replayed.Events.OfType<RecordIssued>().Where(r => !made.Contains(r.Record)).DistinctBy(r => r.Record))
        {
            Obstacle(MigrationRisk.Loses, record.ActivityInstanceId[..record.ActivityInstanceId.LastIndexOf('#')],
                $"Theo phiên bản mới, trước bước hiện tại phải có hồ sơ “{record.Record}” mà hồ sơ này không có.",
                $"Under the new version the record “{record.Record}” has to be made before this step; it was not.");
        }
    }

    private void PairOpen()
    {
        var open = old.Activities.Values.Concat(fresh.Activities.Values).Select(a => a.ActivityId).Distinct()
            .Select(id => (Id: id, Before: Open(old, id), After: Open(fresh, id))).ToList();
        foreach (var (mine, other) in open.SelectMany(o => o.Before.Zip(o.After)))
        {
            pairs[mine.Id] = other.Id;
        }

        foreach (var (id, _, _) in open.Where(o => o.Before.Count > o.After.Count))
        {
            Obstacle(MigrationRisk.Loses, id,
                $"Bước “{Title(id).Vi}” đang làm dở, phiên bản mới không có bước này tại đây.",
                $"“{Title(id).En}” is being worked on; the new version does not have it here.");
        }

        foreach (var (id, _, _) in open.Where(o => o.Before.Count < o.After.Count))
        {
            Obstacle(MigrationRisk.Loses, id,
                $"Theo phiên bản mới, tại đây phải làm bước “{Title(id).Vi}”, bước này chưa làm.",
                $"Under the new version “{Title(id).En}” has to be done here; it has not been.");
        }
    }

    private void CheckPairs()
    {
        foreach (var (mine, other) in pairs)
        {
            var (before, after) = (old.Activities[mine], fresh.Activities[other]);
            var sameContainer = before.ParentId is null
                ? after.ParentId is null
                : after.ParentId is not null && pairs[before.ParentId] == after.ParentId;
            if (!sameContainer || before.Status != after.Status || !SameWait(mine, other))
            {
                Obstacle(MigrationRisk.Loses, before.ActivityId,
                    $"Bước “{Title(before.ActivityId).Vi}” đang làm dở, trong phiên bản mới là bước thuộc loại khác hoặc nằm ở phần khác.",
                    $"“{Title(before.ActivityId).En}” is being worked on; in the new version it is of another kind or in another part.");
            }
        }
    }

    /// <summary>A sub-procedure that runs already must stay the same one; what else is asked for may change.</summary>
    private bool SameWait(string mine, string other)
    {
        var (before, after) = (WaitOf(old, mine), WaitOf(fresh, other));
        return (before, after) switch
        {
            (SubProcedureWait x, SubProcedureWait y) => x.Procedure == y.Procedure && x.Agency == y.Agency && x.Case == y.Case,
            _ => before?.GetType() == after?.GetType(),
        };
    }

    private static Wait? WaitOf(WorkflowInstance instance, string activityInstanceId) =>
        instance.Bookmarks.Values.FirstOrDefault(b => b.ActivityInstanceId == activityInstanceId)?.Wait;

    private Bookmark Counterpart(Bookmark bookmark) =>
        fresh.Bookmarks.Values.First(b => b.ActivityInstanceId == pairs[bookmark.ActivityInstanceId]);

    /// <summary>The fresh one's tokens; those that wait on the same connection keep their ids.</summary>
    private List<Token> Tokens(Dictionary<string, string> names)
    {
        var number = old.TokensEmitted;
        var waiting = old.Tokens.ToList();
        var tokens = new List<Token>();
        foreach (var token in fresh.Tokens.Select(t => t with { FlowchartInstanceId = names[t.FlowchartInstanceId] }))
        {
            var known = waiting.Find(t => t with { Id = token.Id } == token);
            tokens.Add(known ?? token with { Id = $"t{Values.ToJson(Values.Of(++number))}" });
            _ = known is not null && waiting.Remove(known);
        }

        return tokens;
    }

    private static List<ActivityInstance> Open(WorkflowInstance instance, string activityId) =>
        [.. instance.Activities.Values.Where(a => a.ActivityId == activityId).OrderBy(a => a.Id.Length).ThenBy(a => a.Id, StringComparer.Ordinal)];

    private Text Title(string activityId)
    {
        if (!target.Activities.TryGetValue(activityId, out var activity))
        {
            return old.Bookmarks.Values.Select(b => b.ActivityId == activityId ? TitleOf(b.Wait) : null).FirstOrDefault(t => t is not null)
                ?? new Text(activityId, activityId);
        }

        var vi = activity.LiteralText("title") ?? activity.DisplayText ?? activityId;
        return new Text(vi, activity.LiteralText("titleEn") ?? vi);
    }

    private static Text? TitleOf(Wait wait) => wait switch
    {
        UserTask x => x.Title,
        SubProcedureWait x => x.Title,
        EventWait x => x.Title,
        _ => null,
    };

    private void Obstacle(MigrationRisk risk, string? activityId, string vi, string en) =>
        obstacles.Add(new MigrationObstacle(risk, activityId, new Text(vi, en)));
}
