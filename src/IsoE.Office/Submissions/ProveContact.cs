using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IsoE.Office.Messages;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Submissions;

/// <summary>Lets somebody prove that a telephone or an e-mail address is theirs, by a code sent to it.</summary>
public sealed class ProveContact(OfficeDb db, SendMessage send, TimeProvider clock)
{
    private const int MostTries = 5;
    private const int MostToContact = 4;
    private const int MostFromAddress = 30;
    private const int Iterations = 60_000;

    /// <summary>How long a code is good for.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    /// <summary>Has a new code sent; an earlier one stays good until its time is over.</summary>
    /// <param name="agencyId">The agency whose pages these are: it sends the message.</param>
    /// <param name="from">Network address that asks.</param>
    /// <returns>Names the proof; to be given back with the code.</returns>
    /// <exception cref="RejectedException"><c>address-invalid</c>, <c>code-limit</c>.</exception>
    public async Task<string> Ask(string agencyId, string? typed, string from, CancellationToken cancel)
    {
        if (Addresses.Read(typed) is not (_, { } contact)) throw Invalid();
        var now = Instant.ToStored(clock.GetUtcNow());
        await RefuseFlood(contact, from, now - Window, cancel);
        var (id, code) = (RowId.New(now), RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture));
        db.Add(new ContactProofRow { AgencyId = agencyId, Id = id, Contact = contact, AskedFrom = from, CodeHash = Hash(id, code), AskedAt = now, Tries = 0 });
        await db.SaveChangesAsync(cancel);
        await send.Run(new MessageOrder(id, agencyId, contact, MessageKinds.OneTimeCode, new Dictionary<string, string>
        {
            ["oneTimeCode"] = code,
            ["minutes"] = Validity.TotalMinutes.ToString(CultureInfo.InvariantCulture),
        }), cancel);
        return id;
    }

    /// <summary>The contact that the code proves. Each code proves once.</summary>
    /// <exception cref="RejectedException"><c>code-wrong</c>, <c>code-over</c>.</exception>
    public async Task<string> Check(string proofId, string? code, CancellationToken cancel)
    {
        var now = Instant.ToStored(clock.GetUtcNow());
        // Counted before it is looked at: tries at the same moment are all counted.
        var counted = await Proofs(proofId).Where(row => row.UsedAt == null && row.Tries < MostTries && row.AskedAt > now - Validity)
            .ExecuteUpdateAsync(row => row.SetProperty(x => x.Tries, x => x.Tries + 1), cancel);
        if (counted == 0) throw Over();
        var proof = await Proofs(proofId).AsNoTracking().SingleAsync(cancel);
        var typed = new string([.. (code ?? "").Where(char.IsAsciiDigit)]);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(proofId, typed)), Encoding.ASCII.GetBytes(proof.CodeHash)))
            throw Wrong(MostTries - proof.Tries);
        if (await Proofs(proofId).Where(row => row.UsedAt == null).ExecuteUpdateAsync(row => row.SetProperty(x => x.UsedAt, now), cancel) == 0) throw Over();
        return proof.Contact;
    }

    private IQueryable<ContactProofRow> Proofs(string id) => db.Set<ContactProofRow>().Where(row => row.Id == id);

    private async Task RefuseFlood(string contact, string from, DateTimeOffset since, CancellationToken cancel)
    {
        var all = db.Set<ContactProofRow>().IgnoreQueryFilters().Where(row => row.AskedAt > since);
        if (await all.CountAsync(row => row.Contact == contact, cancel) >= MostToContact || await all.CountAsync(row => row.AskedFrom == from, cancel) >= MostFromAddress)
            throw new RejectedException("code-limit", new Text(
                "Đã gửi quá nhiều mã trong 30 phút qua. Hãy dùng mã gần nhất, hoặc thử lại sau.",
                "Too many codes were sent in the last 30 minutes. Use the latest one, or try again later."))
            { Field = "Contact" };
    }

    private static string Hash(string id, string code) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(code, Encoding.ASCII.GetBytes(id), Iterations, HashAlgorithmName.SHA256, 32));

    private static RejectedException Invalid() => new("address-invalid", new Text(
        "Nhập số điện thoại gồm 10 chữ số bắt đầu bằng 0, hoặc địa chỉ thư điện tử.",
        "Enter a telephone number of 10 digits beginning with 0, or an e-mail address."))
    { Field = "Contact" };

    private static RejectedException Wrong(int left) => new("code-wrong", new Text(
        left > 0 ? $"Mã chưa đúng. Còn {left} lần thử." : "Mã chưa đúng và đã hết số lần thử. Hãy lấy mã mới.",
        left > 0 ? $"The code is not right. {left} tries are left." : "The code is not right and there are no tries left. Get a new code."))
    { Field = "Code" };

    private static RejectedException Over() => new("code-over", new Text(
        "Mã đã dùng, hết hạn (10 phút) hoặc hết số lần thử. Hãy lấy mã mới.",
        "The code was used, is older than 10 minutes, or has no tries left. Get a new one."))
    { Field = "Code" };
}
