using IsoE.Office.Records.Retention;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;

namespace IsoE.Office.Tests.Records;

public sealed class RetentionTests
{
    [Test]
    public async Task Records_of_ended_dossiers_are_counted_with_the_end_of_their_term()
    {
        await using var bed = await DossierBed.Start(DatabaseKind.Sqlite);
        var open = await bed.Receive();
        await bed.Complete(open.InstanceId, "appraise", "specialist", "Eligible", Dossiers.Samples.Eligible);
        var auditor = await bed.As("auditor");
        Assert.That(await bed.Run<RetentionSchedule, IReadOnlyList<RetentionLine>>(schedule => schedule.Run(auditor, default)), Is.Empty);

        await bed.Complete(open.InstanceId, "sign", "head", "Signed");
        await bed.Complete(open.InstanceId, "issue", "clerk", "Issued", Dossiers.Samples.Issuing);
        bed.Clock.Now = bed.Clock.Now.AddYears(11);
        var lines = await bed.Run<RetentionSchedule, IReadOnlyList<RetentionLine>>(schedule => schedule.Run(auditor, default));

        var receipt = lines.Single(line => line.Record.Vi.StartsWith("Giấy tiếp nhận hồ sơ", StringComparison.Ordinal));
        Assert.That((receipt.Kept, receipt.FirstEndsOn, receipt.Ended), Is.EqualTo((1, (DateOnly?)new DateOnly(2036, 11, 2), 1)));
    }

    [Test]
    public void A_permanent_record_has_no_end() => Assert.That(RetentionSchedule.EndsOn(null, new DateOnly(2026, 11, 26)), Is.Null);
}
