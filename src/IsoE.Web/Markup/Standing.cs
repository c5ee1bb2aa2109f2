namespace IsoE.Web.Markup;

/// <summary>How something stands against its due time, as tags show it.</summary>
public enum Standing
{
    /// <summary>There is no due time.</summary>
    None,
    OnTime,
    Soon,
    Late,
    Paused,

    /// <summary>Finished no later than due.</summary>
    DoneOnTime,

    /// <summary>Finished after it was due.</summary>
    DoneLate,
}
