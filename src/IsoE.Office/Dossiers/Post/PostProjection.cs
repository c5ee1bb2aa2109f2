using IsoE.Office.Instances;

namespace IsoE.Office.Dossiers.Post;

/// <summary>Keeps the rows of consignments as the history of their dossier tells.</summary>
internal sealed class PostProjection : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case PostOrdered e:
                step.Insert(new PostOrderRow
                {
                    AgencyId = step.AgencyId,
                    Id = e.OrderId,
                    InstanceId = step.InstanceId,
                    Sender = e.Sender,
                    Receiver = e.Receiver,
                    Phone = e.Phone,
                    Address = e.Address,
                    Fee = e.Fee,
                    State = PostState.Ordered,
                    OrderedAt = recorded.At,
                    UpdatedAt = recorded.At,
                });
                break;
            case PostMoved e:
                var row = step.All<PostOrderRow>().Single(each => each.Id == e.OrderId);
                (row.State, row.TrackingNumber, row.UpdatedAt) = (e.State, e.TrackingNumber ?? row.TrackingNumber, recorded.At);
                step.Update(row);
                break;
        }
    }
}
