using System.Globalization;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Dossiers.Post;

/// <summary>On which days an agency reminds people of results they have not collected.</summary>
public sealed class CollectionRules : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }

    /// <summary>Calendar days after the result was ready, separated by commas; empty: nobody is reminded.</summary>
    public string ReminderDays { get; set; } = "3,10,30";

    public IReadOnlyList<int> Days => [.. ReminderDays.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(day => int.Parse(day, CultureInfo.InvariantCulture))];

    string ILogged.Subject => "collection";

    string ILogged.Called => "Nhắc nhận kết quả";
}

internal sealed class CollectionRulesTable : IEntityTypeConfiguration<CollectionRules>
{
    public void Configure(EntityTypeBuilder<CollectionRules> builder)
    {
        builder.HasKey(rules => rules.AgencyId);
        builder.Ignore(rules => rules.Days);
    }
}

/// <summary>Reads and changes on which days people are reminded.</summary>
public sealed class SetCollectionRules(OfficeDb db, OrganisationLog log)
{
    private const int Most = 5;

    public async Task<CollectionRules> Of(string agencyId, CancellationToken cancel) =>
        await db.Set<CollectionRules>().IgnoreQueryFilters([OfficeDb.AgencyFilter]).AsNoTracking().SingleOrDefaultAsync(row => row.AgencyId == agencyId, cancel)
        ?? new CollectionRules { AgencyId = agencyId };

    /// <param name="days">For example <c>3, 10, 30</c>.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>reminder-days</c>, <c>busy</c>.</exception>
    public async Task Run(Actor actor, string? days, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeQueue);
        var typed = (days ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (typed.Length > Most || typed.Any(day => !int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 365))
            throw new RejectedException("reminder-days", new Text(
                $"Nhập tối đa {Most} số ngày từ 1 đến 365, cách nhau bằng dấu phẩy, ví dụ 3, 10, 30.",
                $"Enter at most {Most} numbers of days from 1 to 365, separated by commas, for example 3, 10, 30."))
            { Field = nameof(CollectionRules.ReminderDays) };
        var rules = await db.Set<CollectionRules>().SingleOrDefaultAsync(cancel) ?? db.Add(new CollectionRules { AgencyId = actor.AgencyId }).Entity;
        rules.ReminderDays = string.Join(',', typed.Select(day => int.Parse(day, CultureInfo.InvariantCulture)).Distinct().Order());
        await log.Save(actor, cancel);
    }
}
