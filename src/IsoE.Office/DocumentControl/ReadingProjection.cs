using IsoE.Office.Instances;

namespace IsoE.Office.DocumentControl;

/// <summary>Keeps the distribution list of a version as the history of its reading register tells.</summary>
internal sealed class ReadingProjection : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case DocumentDistributed e:
                foreach (var reader in e.Readers) Ask(step, recorded, e.Code, e.Version, reader);
                break;
            case DocumentAcknowledged e:
                var row = Find(step, e.PersonId) ?? Ask(step, recorded, e.Code, e.Version, new Reader(e.PersonId, e.By));
                row.AcknowledgedAt = recorded.At;
                step.Update(row);
                break;
        }
    }

    private static ReadingRow? Find(Step step, string personId) =>
        step.All<ReadingRow>().FirstOrDefault(row => row.PersonId == personId);

    private static ReadingRow Ask(Step step, RecordedEvent recorded, string code, int version, Reader reader)
    {
        var row = new ReadingRow
        {
            AgencyId = step.AgencyId,
            InstanceId = step.InstanceId,
            Code = code,
            Version = version,
            PersonId = reader.PersonId,
            PersonName = reader.Name,
            AskedAt = recorded.At,
        };
        step.Insert(row);
        return row;
    }
}
