namespace IsoE.Office.Storage;

/// <summary>A row that is a reading of one instance's history: a task, a due row, the dossier itself.</summary>
/// <remarks>
/// Such rows are written only inside steps of their instance, so the version check of the instance protects them
/// too. Which of them are loaded with the instance is declared with <c>AddInstanceRows</c>.
/// </remarks>
public interface IInstanceRow : IBelongsToAgency
{
    string InstanceId { get; }
}
