namespace IsoE.Office.Dossiers;

/// <summary>Where the settlement of the matter stands.</summary>
public enum BusinessState
{
    /// <summary>Handed in, not yet accepted.</summary>
    Registered,

    /// <summary>Accepted as complete: the legal clock runs.</summary>
    Accepted,

    /// <summary>Somebody works on it.</summary>
    InProcess,

    /// <summary>The applicant has been asked to supplement.</summary>
    AwaitingSupplement,

    /// <summary>The applicant wants it back; not yet decided.</summary>
    WithdrawalAsked,

    /// <summary>Refused: not accepted, or not granted.</summary>
    Refused,

    /// <summary>Withdrawn by the applicant and confirmed.</summary>
    Withdrawn,

    /// <summary>Ended without a result.</summary>
    Stopped,

    /// <summary>The result is made.</summary>
    Settled,
}

/// <summary>Where the money stands.</summary>
public enum MoneyState
{
    /// <summary>Nothing is to be paid.</summary>
    None,

    /// <summary>The applicant has been asked to pay.</summary>
    Requested,

    Paid,

    /// <summary>A receipt was cancelled and the money given back.</summary>
    Refunded,
}

/// <summary>Where the result stands.</summary>
public enum DeliveryState
{
    /// <summary>There is none yet.</summary>
    None,

    /// <summary>It waits at the counter.</summary>
    Ready,

    /// <summary>On its way by post.</summary>
    Sent,

    Returned,
}

/// <summary>Where the exchange with the national portal stands.</summary>
public enum SyncState
{
    /// <summary>Nothing to be sent.</summary>
    Local,

    Pending,

    Acknowledged,
}

/// <summary>Who applies; the numbers are the national code list.</summary>
public enum ApplicantKind
{
    Citizen = 0,
    Enterprise = 1,
    HouseholdBusiness = 2,
}

/// <summary>How the applicant wants the result.</summary>
public enum ReturnWay
{
    Counter,
    Post,
    Online,
}
