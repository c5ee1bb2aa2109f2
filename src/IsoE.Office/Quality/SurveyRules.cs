using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Quality;

/// <summary>How an agency asks for satisfaction. An agency that has set nothing has the values below.</summary>
public sealed class SurveyRules : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }

    /// <summary>No figure of fewer answers is shown: it would point at single people.</summary>
    public int LeastAnswers { get; set; } = 5;

    /// <summary>A mark at or below this one is followed up; none at 0.</summary>
    public int LowMark { get; set; } = 2;

    string ILogged.Subject => "survey";

    string ILogged.Called => "Quy tắc đánh giá hài lòng";
}

internal sealed class SurveyRulesTable : IEntityTypeConfiguration<SurveyRules>
{
    public void Configure(EntityTypeBuilder<SurveyRules> builder) => builder.HasKey(rules => rules.AgencyId);
}

/// <summary>Reads and changes how an agency asks for satisfaction.</summary>
public sealed class SetSurveyRules(OfficeDb db, OrganisationLog log)
{
    public async Task<SurveyRules> Of(string agencyId, CancellationToken cancel) =>
        await db.Set<SurveyRules>().IgnoreQueryFilters([OfficeDb.AgencyFilter]).AsNoTracking().SingleOrDefaultAsync(row => row.AgencyId == agencyId, cancel)
        ?? new SurveyRules { AgencyId = agencyId };

    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>survey-rule</c>, <c>busy</c>.</exception>
    public async Task Run(Actor actor, int leastAnswers, int lowMark, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ManageQuality);
        if (leastAnswers is < 1 or > 1000) throw Refused(nameof(SurveyRules.LeastAnswers), "Nhập số từ 1 đến 1000.", "Enter a number from 1 to 1000.");
        if (lowMark is < 0 or > 4) throw Refused(nameof(SurveyRules.LowMark), "Nhập số từ 0 đến 4; 0 là không lập hồ sơ.", "Enter a number from 0 to 4; 0 follows nothing up.");
        var rules = await db.Set<SurveyRules>().SingleOrDefaultAsync(cancel) ?? db.Add(new SurveyRules { AgencyId = actor.AgencyId }).Entity;
        (rules.LeastAnswers, rules.LowMark) = (leastAnswers, lowMark);
        await log.Save(actor, cancel);
    }

    private static RejectedException Refused(string field, string vi, string en) => new("survey-rule", new Text(vi, en)) { Field = field };
}
