using IsoE.Office.Deadlines;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Tasks;

/// <summary>A step that waits, or waited, for a person: a reading of a <c>UserTask</c> bookmark.</summary>
public sealed class TaskRow : IInstanceRow
{
    /// <summary>Stands for "no time limit": sorts behind every real due time.</summary>
    public static readonly DateTimeOffset NeverDue = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public required string AgencyId { get; init; }

    /// <summary>The instance's id, a hyphen, and the place in history at which the task arose.</summary>
    public required string Id { get; init; }

    public required string InstanceId { get; init; }
    public required string BookmarkId { get; init; }
    public required string ActivityId { get; init; }
    public required string ActivityInstanceId { get; init; }

    /// <summary>Definition the task belongs to: the procedure, for delegations limited to one.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Code of the dossier.</summary>
    public required string DossierCode { get; init; }

    public required string TitleVi { get; set; }
    public required string TitleEn { get; set; }

    /// <summary>What it is about this time, as people have entered it; null where the title of the step says all.</summary>
    public string? About { get; set; }

    /// <summary>Role that may act now; escalation moves it to the next level.</summary>
    public required string Role { get; set; }

    /// <summary>Role the definition names.</summary>
    public required string DeclaredRole { get; set; }

    public string? UnitCode { get; set; }

    /// <summary>Activity ids whose performer may not do this one, separated by commas.</summary>
    public required string SeparateFrom { get; set; }

    /// <summary>Code of the unit whose people may not do it, because it judges their work; null for none.</summary>
    public string? IndependentOf { get; set; }

    public required string Clock { get; set; }

    /// <summary>What the dossier reaches by it, see <see cref="Milestones"/>.</summary>
    public string? Milestone { get; set; }

    /// <summary>End of the step's budget, UTC; <see cref="NeverDue"/> for none.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>From when little of that budget is left; null for none.</summary>
    public DateTimeOffset? NearlyDueAt { get; set; }

    public required TaskState Status { get; set; }

    /// <summary>Grows with every change; a command names the one it saw.</summary>
    public required int Version { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Given to the assignee by name: nobody else may act, not even in their stead.</summary>
    public bool IsNamed { get; set; }

    public string? AssigneeId { get; set; }
    public string? AssigneeName { get; set; }
    public DateTimeOffset? ClaimedAt { get; set; }
    public DateTimeOffset? EscalatedAt { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
    public string? DoneBy { get; set; }
    public string? DoneByName { get; set; }
    public string? Outcome { get; set; }

    /// <summary>The title of the step with what it is about.</summary>
    public Text Title => new Text(TitleVi, TitleEn).About(About);

    /// <summary>The due instant, or null when the step has no time limit.</summary>
    public DateTimeOffset? Due => DueAt == NeverDue ? null : DueAt;

    public IReadOnlyList<string> SeparateFromActivities =>
        SeparateFrom.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The row of a task that has just arisen.</summary>
    /// <param name="sequence">Place in history of the event that made it.</param>
    internal static TaskRow Of(Step step, Bookmark bookmark, UserTask wait, long sequence) => new()
    {
        AgencyId = step.AgencyId,
        Id = IdOf(step.InstanceId, sequence),
        InstanceId = step.InstanceId,
        BookmarkId = bookmark.Id,
        ActivityId = bookmark.ActivityId,
        ActivityInstanceId = bookmark.ActivityInstanceId,
        DefinitionId = step.Workflow!.DefinitionId,
        DossierCode = step.Workflow.CorrelationId,
        TitleVi = wait.Title.Vi,
        TitleEn = wait.Title.En,
        About = wait.About,
        Role = wait.Role,
        DeclaredRole = wait.Role,
        UnitCode = wait.Unit,
        SeparateFrom = string.Join(',', wait.SeparateFrom),
        IndependentOf = wait.IndependentOf,
        Clock = wait.Clock,
        Milestone = wait.Milestone,
        DueAt = StepDeadline.Find(step, bookmark.Id) ?? NeverDue,
        NearlyDueAt = StepDeadline.NearlyDueAt(step, bookmark.Id),
        Status = TaskState.Open,
        Version = 1,
        CreatedAt = step.Now,
        IsNamed = wait.Assignee is not null,
        AssigneeId = wait.Assignee?.Id,
        AssigneeName = wait.Assignee?.Name,
        ClaimedAt = wait.Assignee is null ? null : step.Now,
    };

    /// <summary>The task is asked for in another way: whoever had taken it keeps it while it is still for their role and unit.</summary>
    internal void Revise(UserTask wait, DateTimeOffset at)
    {
        var isNamed = wait.Assignee is not null;
        var goesElsewhere = EscalatedAt is null && (Role != wait.Role || UnitCode != wait.Unit);
        if ((isNamed || IsNamed || goesElsewhere) && AssigneeId != wait.Assignee?.Id)
            (AssigneeId, AssigneeName, ClaimedAt) = (wait.Assignee?.Id, wait.Assignee?.Name, isNamed ? at : null);
        if (goesElsewhere)
            (Role, UnitCode) = (wait.Role, wait.Unit);
        (TitleVi, TitleEn, About, DeclaredRole, IsNamed) = (wait.Title.Vi, wait.Title.En, wait.About, wait.Role, isNamed);
        (SeparateFrom, IndependentOf) = (string.Join(',', wait.SeparateFrom), wait.IndependentOf);
        (Clock, Milestone) = (wait.Clock, wait.Milestone);
    }

    /// <summary>The id of the task whose event stands at <paramref name="sequence"/>: the same after every rebuild.</summary>
    public static string IdOf(string instanceId, long sequence) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{instanceId}-{sequence}");

    /// <summary>The instance a task id belongs to; the id itself when it has not the form of one.</summary>
    public static string InstanceOf(string taskId) => taskId.Split('-')[0];

    /// <summary>Equal is still on time: a slip says "by 17:00", not "before".</summary>
    public bool IsOverdue(DateTimeOffset now) => (DoneAt ?? now) > DueAt;

    /// <summary>Open, not yet late, and little of its time is left.</summary>
    public bool IsNearlyDue(DateTimeOffset now) => Status is TaskState.Open && NearlyDueAt <= now && !IsOverdue(now);
}

public enum TaskState
{
    Open,
    Done,

    /// <summary>No longer wanted: its branch lost a race, or the procedure ended.</summary>
    Cancelled,
}

internal sealed class TaskRowMapping : IEntityTypeConfiguration<TaskRow>
{
    public void Configure(EntityTypeBuilder<TaskRow> row)
    {
        row.HasKey(task => new { task.AgencyId, task.Id });
        row.Ignore(task => task.Title);
        row.Property(task => task.About).IsErasable();
        row.Ignore(task => task.Due);
        row.Ignore(task => task.SeparateFromActivities);
        row.HasIndex(task => new { task.AgencyId, task.InstanceId });
        // The inbox reads in this order; other indexes tempt a generic plan away from it.
        row.HasIndex(task => new { task.AgencyId, task.Role, task.DueAt, task.Id }).HasFilter("status = 'Open'");
        row.HasIndex(task => new { task.AgencyId, task.AssigneeId, task.DueAt, task.Id })
            .HasFilter("status = 'Open' AND assignee_id IS NOT NULL");
        row.HasIndex(task => new { task.AgencyId, task.DoneBy, task.DoneAt, task.Id }).HasFilter("status = 'Done'");
    }
}
