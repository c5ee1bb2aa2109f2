using IsoE.Office.Messages.OptOut;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Messages.Inbound;

/// <summary>An SMS as the provider hands it over.</summary>
/// <param name="Id">The provider's id of this SMS.</param>
public sealed record InboundSms(string Id, string From, string Text);

/// <summary>Answers an SMS: where a dossier stands, how to write, and no more messages when somebody wants none.</summary>
/// <remarks>Told again with the same id it gives the same answer and does nothing more.</remarks>
public sealed class AnswerSms(OfficeDb db, SmsAnswers answers, OptOuts optOuts, TimeProvider clock)
{
    /// <summary>So many answers a number gets in an hour; one more says so, and then there is silence.</summary>
    public const int AnswersPerHour = 10;

    private const int LongestText = 500;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <returns>At most 160 plain characters; null for no answer.</returns>
    public async Task<string?> Run(InboundSms sms, CancellationToken cancel)
    {
        if (await Find(sms.Id, cancel) is { } known) return known.Reply;
        var now = Instant.ToStored(clock.GetUtcNow());
        var question = SmsQuestion.Read(sms.Text[..Math.Min(sms.Text.Length, LongestText)]);
        var sender = Addresses.Phone(sms.From);
        var row = new InboundSmsRow
        {
            Id = sms.Id,
            Sender = sender ?? sms.From[..Math.Min(sms.From.Length, 30)],
            Said = sms.Text[..Math.Min(sms.Text.Length, LongestText)],
            ReceivedAt = now,
            // Robots and advertising senders have no number that could be answered.
            Reply = sender is null ? null : await Reply(sender, question, now, cancel),
        };
        if (sender is not null) await Obey(sender, question.Wish, cancel);
        return await Keep(row, cancel);
    }

    private async Task<string?> Reply(string sender, SmsQuestion question, DateTimeOffset now, CancellationToken cancel)
    {
        var before = await db.Set<InboundSmsRow>()
            .CountAsync(row => row.Sender == sender && row.ReceivedAt > now.AddHours(-1) && row.Reply != null, cancel);
        if (before > AnswersPerHour) return null;
        return before == AnswersPerHour ? answers.TooMany() : await answers.To(sender, question, cancel);
    }

    private Task Obey(string sender, SmsWish wish, CancellationToken cancel) => wish switch
    {
        SmsWish.Stop => optOuts.Stop(MessageChannel.Sms, sender, OptOutWay.Reply, cancel),
        SmsWish.Resume => optOuts.Resume(MessageChannel.Sms, sender, OptOutWay.Reply, cancel),
        _ => Task.CompletedTask,
    };

    private async Task<string?> Keep(InboundSmsRow row, CancellationToken cancel)
    {
        var limit = row.ReceivedAt - Kept;
        await db.Set<InboundSmsRow>().Where(old => old.ReceivedAt < limit).ExecuteDeleteAsync(cancel);
        db.Add(row);
        try
        {
            await db.SaveChangesAsync(cancel);
            return row.Reply;
        }
        catch (DbUpdateException failure) when (LostRace.Explains(failure))
        {
            // Told twice at the same moment: one answer counts.
            db.ChangeTracker.Clear();
            return (await Find(row.Id, cancel))?.Reply;
        }
    }

    private Task<InboundSmsRow?> Find(string id, CancellationToken cancel) =>
        db.Set<InboundSmsRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
}
