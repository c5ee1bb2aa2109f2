using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers.Post;

/// <summary>Records what the post tells of a consignment. It only goes forward. That the result was handed over is recorded by <see cref="ReturnResult"/>.</summary>
public sealed class MovePost(InstanceRunner instances)
{
    private static readonly Dictionary<PostState, PostState[]> Next = new()
    {
        [PostState.Ordered] = [PostState.PickedUp],
        [PostState.PickedUp] = [PostState.OnTheWay, PostState.Delivered, PostState.SentBack],
        [PostState.OnTheWay] = [PostState.Delivered, PostState.SentBack],
        [PostState.Delivered] = [],
        [PostState.SentBack] = [],
    };

    /// <summary>What can follow a state.</summary>
    public static IReadOnlyList<PostState> After(PostState state) => Next[state];

    /// <param name="trackingNumber">Number of the consignment; asked for at pick-up.</param>
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>post-unknown</c>, <c>post-order</c> saying what can follow, <c>post-tracking</c>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, string dossierId, PostState state, string? trackingNumber, string? note, string commandId, CancellationToken cancel)
    {
        var request = new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId) { Also = [typeof(PostOrderRow)] };
        return instances.Run(request, step =>
        {
            Permit.RefuseAdministrators(actor);
            Permit.Require(actor, Right.ReturnResult, OpenDossier.MatterOf(OpenDossier.Get(step), step.All<TaskRow>()));
            var order = step.All<PostOrderRow>().SingleOrDefault(row => row.IsUnderway) ?? throw Unknown();
            if (!Next[order.State].Contains(state)) throw OutOfOrder(order.State);
            var number = string.IsNullOrWhiteSpace(trackingNumber) ? null : trackingNumber.Trim().ToUpperInvariant();
            if ((number ?? order.TrackingNumber) is null) throw NumberMissing();
            step.Record(new PostMoved(order.Id, state, number, string.IsNullOrWhiteSpace(note) ? null : VietnameseText.Compose(note.Trim())));
        }, cancel);
    }

    private static RejectedException Unknown() => new("post-unknown", new Text(
        "Hồ sơ này không có bưu gửi đang chuyển.", "Nothing of this dossier is with the post."));

    private static RejectedException OutOfOrder(PostState state)
    {
        var (now, next) = (PostStates.NameOf(state), Next[state].Select(PostStates.NameOf).ToList());
        return new RejectedException("post-order", new Text(
            $"Bưu gửi đang ở trạng thái “{now.Vi}”. Có thể ghi nhận: {string.Join("; ", next.Select(each => each.Vi))}.",
            $"The consignment is in state “{now.En}”. What can follow: {string.Join("; ", next.Select(each => each.En))}."))
        { Field = "State" };
    }

    private static RejectedException NumberMissing() => new("post-tracking", new Text(
        "Nhập số hiệu bưu gửi do bưu tá cấp.", "Enter the tracking number given by the post."))
    { Field = "TrackingNumber" };
}
