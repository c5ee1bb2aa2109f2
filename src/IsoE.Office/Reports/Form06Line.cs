using IsoE.Workflows;

namespace IsoE.Office.Reports;

/// <summary>A line of form 06/VPCP/KSTT (TT 01/2020/TT-VPCP): the dossiers of one field in a period.</summary>
/// <param name="Online">Column 4: received online in the period.</param>
/// <param name="Other">Column 5: received at the counter or by post in the period.</param>
/// <param name="CarriedOver">Column 6: received before the period and open at its beginning.</param>
/// <param name="Early">Column 8.</param>
/// <param name="OnTime">Column 9.</param>
/// <param name="Overdue">Column 10.</param>
/// <param name="OpenInTime">Column 12.</param>
/// <param name="OpenOverdue">Column 13.</param>
public sealed record Form06Line(
    Text Field, int Online, int Other, int CarriedOver, int Early, int OnTime, int Overdue, int OpenInTime, int OpenOverdue)
{
    /// <summary>Column 3.</summary>
    public int Received => Online + Other + CarriedOver;

    /// <summary>Column 7.</summary>
    public int Settled => Early + OnTime + Overdue;

    /// <summary>Column 11.</summary>
    public int Open => OpenInTime + OpenOverdue;

    /// <summary>Column 3 = 7 + 11: every dossier received is settled or open. The other checks hold by construction.</summary>
    public bool IsBalanced => Received == Settled + Open;

    public static Form06Line Sum(Text field, IEnumerable<Form06Line> lines) => lines.Aggregate(
        new Form06Line(field, 0, 0, 0, 0, 0, 0, 0, 0),
        (sum, line) => new Form06Line(
            field,
            sum.Online + line.Online,
            sum.Other + line.Other,
            sum.CarriedOver + line.CarriedOver,
            sum.Early + line.Early,
            sum.OnTime + line.OnTime,
            sum.Overdue + line.Overdue,
            sum.OpenInTime + line.OpenInTime,
            sum.OpenOverdue + line.OpenOverdue));
}
