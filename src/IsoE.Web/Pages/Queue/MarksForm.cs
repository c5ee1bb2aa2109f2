using IsoE.Office.Quality;

namespace IsoE.Web.Pages.Queue;

/// <summary>The five marks and the comment as typed.</summary>
public sealed class MarksForm
{
    public int? Access { get; set; }
    public int? Procedure { get; set; }
    public int? Staff { get; set; }
    public int? Result { get; set; }
    public int? Feedback { get; set; }
    public string? Comment { get; set; }

    public Marks Read() => new(Access, Procedure, Staff, Result, Feedback);
}
