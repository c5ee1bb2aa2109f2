using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;

namespace IsoE.Web.Demo;

/// <summary>Writes how the queue of a sample agency is arranged.</summary>
internal static class SeedQueue
{
    public static void Add(OfficeDb db, string agencyId, SampleQueue queue)
    {
        foreach (var field in queue.Fields)
            db.Add(new QueueField
            {
                AgencyId = agencyId,
                Code = field.Prefix,
                Prefix = field.Prefix,
                NameVi = field.Name.Vi,
                NameEn = field.Name.En,
                Procedures = string.Join(';', field.Procedures),
                IsOpen = true,
            });
        foreach (var counter in queue.Counters)
            db.Add(new QueueCounter
            {
                AgencyId = agencyId,
                Number = counter.Number,
                NameVi = counter.Name.Vi,
                NameEn = counter.Name.En,
                Fields = string.Join(';', counter.Fields),
                IsOpen = true,
            });
        foreach (var group in queue.Priority)
            db.Add(new PriorityGroup
            {
                AgencyId = agencyId,
                Code = group.Code,
                NameVi = group.Name.Vi,
                NameEn = group.Name.En,
                SourceVi = group.Source,
                IsVerified = false,
                IsOpen = true,
            });
    }
}
