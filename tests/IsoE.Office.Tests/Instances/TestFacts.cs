using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tests.Instances;

/// <summary>An event as a capability would register it.</summary>
public sealed record NoteTaken(string Words, int Number) : OfficeEvent;

/// <summary>An event that a projection adds.</summary>
public sealed record NoteFiled(string Words) : OfficeEvent;

/// <summary>Turns the word "file" into a row and a further event, as a capability's projection would.</summary>
public sealed class Filing : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        if (recorded.Fact is not NoteTaken { Words: "file" } note)
            return;
        step.Insert(TestFacts.Attachment(step, note.Words));
        step.Record(new NoteFiled(note.Words));
    }
}

public static class TestFacts
{
    public static void Configure(IServiceCollection services) => services
        .AddOfficeEvent<NoteTaken>()
        .AddOfficeEvent<NoteFiled>()
        .AddProjection<Filing>()
        .AddInstanceRows<AttachmentRow>("size > 0");

    public static AttachmentRow Attachment(Step step, string name) => new()
    {
        AgencyId = step.AgencyId,
        Id = RowId.New(step.Now),
        InstanceId = step.InstanceId,
        Name = name,
        Sha256 = new string('0', 64),
        ContentType = "application/pdf",
        Size = 1,
        AddedAt = step.Now,
        AddedBy = step.Actor,
    };
}
