using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;

namespace IsoE.Office.Dossiers;

/// <summary>Adds stored files to a dossier inside a step.</summary>
internal static class Attachments
{
    public static void Add(Step step, IEnumerable<IncomingFile> files)
    {
        foreach (var (file, component) in files)
        {
            var id = RowId.New(step.Now);
            step.Record(new AttachmentAdded(id, file.Name, file.Sha256, file.Size, component));
            step.Insert(new AttachmentRow
            {
                AgencyId = step.AgencyId,
                Id = id,
                InstanceId = step.InstanceId,
                Name = file.Name,
                Sha256 = file.Sha256,
                ContentType = file.ContentType,
                Size = file.Size,
                Component = component,
                AddedAt = step.Now,
                AddedBy = step.Actor,
            });
        }
    }
}
