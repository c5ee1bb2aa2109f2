namespace IsoE.Office.Organisation;

/// <summary>A row whose every change is kept in the history of the organisation, see <see cref="OrganisationLog"/>.</summary>
public interface ILogged
{
    /// <summary>Id or code of what the row is about; of the person for roles and delegations.</summary>
    string Subject { get; }

    /// <summary>What people call it.</summary>
    string Called { get; }

    /// <summary>False for rows that only repeat what the product ships.</summary>
    bool IsLogged => true;
}
