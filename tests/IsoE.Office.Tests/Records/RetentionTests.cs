using IsoE.Office.Calendars;
using IsoE.Office.Records.Retention;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;

namespace IsoE.Office.Tests.Records;

public sealed class RetentionTests
{
    [Test]
    public async Task Records_of_ended_dossiers_are_counted_with_the_end_of_their_term([Values] DatabaseKind kind)
    {
        await using var bed = await DossierBed.Start(kind);
        var open = await bed.Receive();
        await bed.Complete(open.InstanceId, "appraise", "specialist", "Eligible", Dossiers.Samples.Eligible);
        var auditor = await bed.As("auditor");
        Assert.That(await Lines(), Is.Empty);

        await End(open.InstanceId);
        bed.Clock.Now = bed.Clock.Now.AddYears(1);
        var later = await bed.Receive();
        await bed.Complete(later.InstanceId, "appraise", "specialist", "Eligible", Dossiers.Samples.Eligible);
        await End(later.InstanceId);

        bed.Clock.Now = VietnamTime.ToInstant(new DateOnly(2036, 11, 2), new TimeOnly(17, 0));
        Assert.That(await Receipts(), Is.EqualTo((2, (DateOnly?)new DateOnly(2036, 11, 2), 0)), "on the last day it still has to be kept");
        bed.Clock.Now = bed.Clock.Now.AddDays(1);
        Assert.That(await Receipts(), Is.EqualTo((2, (DateOnly?)new DateOnly(2036, 11, 2), 1)));
        bed.Clock.Now = bed.Clock.Now.AddYears(1);
        Assert.That((await Receipts()).Ended, Is.EqualTo(2));

        async Task End(string id)
        {
            await bed.Complete(id, "sign", "head", "Signed");
            await bed.Complete(id, "issue", "clerk", "Issued", Dossiers.Samples.Issuing);
        }

        Task<IReadOnlyList<RetentionLine>> Lines() => bed.Run<RetentionSchedule, IReadOnlyList<RetentionLine>>(schedule => schedule.Run(auditor, default));

        async Task<(int Kept, DateOnly? FirstEndsOn, int Ended)> Receipts()
        {
            var receipt = (await Lines()).Single(line => line.Record.Vi.StartsWith("Giấy tiếp nhận hồ sơ", StringComparison.Ordinal));
            return (receipt.Kept, receipt.FirstEndsOn, receipt.Ended);
        }
    }

    [Test]
    public void The_first_day_that_is_kept_is_the_first_whose_term_is_not_over([Values(1, 3, 5, 10)] int years)
    {
        for (var today = new DateOnly(2026, 1, 1); today.Year < 2034; today = today.AddDays(1))
        {
            var first = RetentionSchedule.FirstDayKept(years, today);

            Assert.That(RetentionSchedule.EndsOn(years, first), Is.GreaterThanOrEqualTo(today), $"{today}");
            Assert.That(RetentionSchedule.EndsOn(years, first.AddDays(-1)), Is.LessThan(today), $"{today}");
        }
    }

    [Test]
    public void A_permanent_record_has_no_end() => Assert.That(RetentionSchedule.EndsOn(null, new DateOnly(2026, 11, 26)), Is.Null);
}
