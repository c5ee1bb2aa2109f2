using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Quality;
using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.Reports;

/// <summary>A group of the service-quality index.</summary>
/// <param name="Score">Null for what cannot be told from the dossiers of the agency.</param>
/// <param name="Basis">How it was reckoned, or why not.</param>
/// <param name="IsVerified">Whether the maximum is known from the text itself.</param>
/// <param name="Figure">The figure of the reports it rests on, whose dossiers can be looked at; null for none.</param>
public sealed record IndexGroup(string Id, Text Name, decimal Max, decimal? Score, Text Basis, bool IsVerified, Figure? Figure = null);

/// <summary>An estimate of the service-quality index of QĐ 766/QĐ-TTg. The score that counts is the national portal's.</summary>
/// <param name="Source">Where groups, maxima and ranks come from.</param>
public sealed record ServiceIndex(string Source, IReadOnlyList<IndexGroup> Groups, Text? Rank)
{
    /// <summary>Sum of the groups that could be reckoned.</summary>
    public decimal Score => Groups.Sum(group => group.Score ?? 0);

    /// <summary>What these groups could reach at most.</summary>
    public decimal Reachable => Groups.Where(group => group.Score is not null).Sum(group => group.Max);
}

/// <summary>Estimates the service-quality index of a period from the dossiers of the agency.</summary>
public sealed class EstimateServiceIndex(ReadCompliance compliance, ReadSatisfaction satisfaction, ProcedureLibraries libraries)
{
    private static readonly IndexDefinition Definition = Load();

    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<ServiceIndex> Run(Actor actor, Period period, CancellationToken cancel)
    {
        var figures = await compliance.Run(actor, period, null, null, cancel);
        var satisfied = Rights.Allows(actor, Right.ReadRegisters) ? (await satisfaction.Run(actor, period.From, period.To, cancel)).All.Satisfied : null;
        var groups = Definition.Groups.Select(group => Group(actor, group, figures, satisfied)).ToList();
        var index = new ServiceIndex(Definition.Source, groups, null);
        // A rank of a part would pass for the rank of the whole.
        return groups.TrueForAll(group => group.Score is not null)
            ? index with { Rank = Definition.Ranks.Where(rank => index.Score >= rank.From).Select(rank => new Text(rank.Vi, rank.En)).First() }
            : index;
    }

    private IndexGroup Group(Actor actor, GroupDefinition group, Compliance figures, double? satisfied)
    {
        var (score, basis) = group.Id switch
        {
            "progress" => Progress(group.Max, figures),
            "online" => Online(actor, figures),
            "satisfaction" => Satisfaction(group.Max, satisfied),
            _ => (null, new Text("Chưa ước tính được từ dữ liệu của hệ thống này.", "Cannot be estimated from the data of this system.")),
        };
        return new IndexGroup(group.Id, new Text(group.Vi, group.En), group.Max, score, basis, group.Verified, score is null ? null : FigureOf(group.Id));
    }

    private static Figure? FigureOf(string group) => group switch
    {
        "progress" => new Figure(Figures.InTime),
        "online" => new Figure(Figures.Online),
        "satisfaction" => new Figure(ReadAnswered.Answered, ReadAnswered.BySurvey),
        _ => null,
    };

    private static (decimal?, Text) Progress(decimal max, Compliance figures)
    {
        var total = figures.Total;
        var inTime = total.Early + total.OnTime + total.OpenInTime;
        return total.Received == 0
            ? (null, new Text("Trong kỳ không có hồ sơ.", "There was no dossier in the period."))
            : (Math.Round(max * inTime / total.Received, 2), new Text($"{inTime}/{total.Received} hồ sơ không quá hạn.", $"{inTime} of {total.Received} dossiers not overdue."));
    }

    /// <summary>min(2; 2A/0.8) + 4B + min(6; 6C/0.5): procedures online, those of them that were used, dossiers handed in online.</summary>
    private (decimal?, Text) Online(Actor actor, Compliance figures)
    {
        var offered = libraries.Of(actor.AgencyId).InForce(figures.Period.To).Where(version => !version.Procedure.IsInternal).ToList();
        var online = offered.Where(version => version.Procedure.OnlineLevel is not OnlineLevel.Info).ToList();
        if (offered.Count == 0 || figures.New == 0) return (null, new Text("Trong kỳ không có hồ sơ mới.", "There was no new dossier in the period."));
        var used = online.Count(version => figures.OnlineProcedures.Contains(version.Code));
        var (a, b, c) = ((decimal)online.Count / offered.Count, online.Count == 0 ? 0 : (decimal)used / online.Count, (decimal)figures.Total.Online / figures.New);
        return (Math.Round(Math.Min(2, 2 * a / 0.8m) + (4 * b) + Math.Min(6, 6 * c / 0.5m), 2), new Text(
            $"{online.Count}/{offered.Count} thủ tục trực tuyến, {used} có hồ sơ, {figures.Total.Online}/{figures.New} hồ sơ nộp trực tuyến.",
            $"{online.Count} of {offered.Count} procedures online, {used} of them used, {figures.Total.Online} of {figures.New} dossiers handed in online."));
    }

    /// <summary>A third for dossiers, full at 90 %; two thirds for petitions, full where there were none.</summary>
    private static (decimal?, Text) Satisfaction(decimal max, double? satisfied) => satisfied is { } share
        ? (Math.Round((max / 3 * Math.Min(1, (decimal)share / 0.9m)) + (max * 2 / 3), 2), new Text(
            $"{Math.Round(share * 100, 1)} % hài lòng; phần phản ánh, kiến nghị tính đủ điểm vì không có số liệu của Cổng.",
            $"{Math.Round(share * 100, 1)} % satisfied; the part for petitions counts in full, for the portal's figures are not here."))
        : (null, new Text("Chưa đủ phiếu đánh giá.", "Too few answers."));

    private static IndexDefinition Load()
    {
        using var stream = typeof(EstimateServiceIndex).Assembly.GetManifestResourceStream("IsoE.Office.Reports.qd-766.json")!;
        using var reader = new StreamReader(stream);
        return OfficeJson.Read<IndexDefinition>(reader.ReadToEnd());
    }

    private sealed record IndexDefinition(string Source, IReadOnlyList<RankDefinition> Ranks, IReadOnlyList<GroupDefinition> Groups);

    private sealed record RankDefinition(decimal From, string Vi, string En);

    private sealed record GroupDefinition(string Id, string Vi, string En, decimal Max, bool Verified);
}
