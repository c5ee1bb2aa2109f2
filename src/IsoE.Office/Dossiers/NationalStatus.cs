using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>The ten statuses of national integration, derived from the four states of a dossier.</summary>
public static class NationalStatus
{
    public const int Registered = 1;
    public const int Accepted = 2;
    public const int NotAccepted = 3;
    public const int InProcess = 4;
    public const int SupplementRequested = 5;
    public const int PaymentRequested = 6;
    public const int WithdrawalAsked = 7;
    public const int Stopped = 8;
    public const int Settled = 9;
    public const int Returned = 10;

    private static readonly Text[] Names =
    [
        new("Mới đăng ký", "Newly registered"),
        new("Được tiếp nhận", "Accepted"),
        new("Không được tiếp nhận", "Not accepted"),
        new("Đang xử lý", "In process"),
        new("Yêu cầu bổ sung giấy tờ", "Supplement requested"),
        new("Yêu cầu thực hiện nghĩa vụ tài chính", "Payment requested"),
        new("Công dân yêu cầu rút hồ sơ", "Withdrawal asked"),
        new("Dừng xử lý", "Stopped"),
        new("Đã xử lý xong", "Settled"),
        new("Đã trả kết quả", "Result returned"),
    ];

    public static IReadOnlyList<int> All { get; } = [.. Enumerable.Range(1, Names.Length)];

    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 10.</exception>
    public static Text NameOf(int status)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, Names.Length);
        return Names[status - 1];
    }

    /// <summary>How the status is called on a dossier: one that officers opened is not received and not returned.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 10.</exception>
    public static Text NameOf(int status, bool isInternal) => (status, isInternal) switch
    {
        (Registered or Accepted, true) => new("Đã lập", "Opened"),
        (InProcess, true) => new("Đang thực hiện", "Under way"),
        (Stopped or NotAccepted, true) => new("Đã dừng", "Stopped"),
        (Settled or Returned, true) => new("Đã hoàn thành", "Completed"),
        _ => NameOf(status),
    };

    /// <summary>The statuses an internal dossier can have.</summary>
    public static IReadOnlyList<int> Internal { get; } = [Accepted, InProcess, Settled, Stopped];

    /// <param name="accepted">A refusal after acceptance is an answer that is handed over like any other result.</param>
    /// <param name="waitsForPayment">The clock stands still because the applicant has to pay.</param>
    public static int Of(
        BusinessState business, bool accepted, MoneyState money, DeliveryState delivery, bool waitsForPayment) =>
        business switch
        {
            BusinessState.Refused when !accepted => NotAccepted,
            BusinessState.Withdrawn or BusinessState.Stopped => Stopped,
            BusinessState.WithdrawalAsked => WithdrawalAsked,
            BusinessState.AwaitingSupplement => SupplementRequested,
            BusinessState.Settled or BusinessState.Refused when delivery == DeliveryState.Returned => Returned,
            _ when money == MoneyState.Requested && waitsForPayment => PaymentRequested,
            BusinessState.Settled or BusinessState.Refused => Settled,
            BusinessState.InProcess => InProcess,
            BusinessState.Accepted => Accepted,
            _ => Registered,
        };

    /// <summary>Nothing more is to be done on the matter; the result may still have to be handed over.</summary>
    public static bool IsFinal(int status) => status is NotAccepted or Stopped or Settled or Returned;
}
