using IsoE.Workflows;

namespace IsoE.Office.Organisation;

/// <summary>What an agency is: the law gives a procedure to agencies of a kind at a level. Closed lists.</summary>
public static class AgencyKinds
{
    public const string Committee = "committee";
    public const string Commune = "commune";

    public static IReadOnlyDictionary<string, Text> All { get; } = new Dictionary<string, Text>
    {
        [Committee] = new("Ủy ban nhân dân", "People's Committee"),
        ["service-centre"] = new("Trung tâm Phục vụ hành chính công", "Public administration service centre"),
        ["agriculture-environment"] = new("Cơ quan nông nghiệp và môi trường", "Agriculture and environment agency"),
        ["construction"] = new("Cơ quan xây dựng", "Construction agency"),
        ["culture"] = new("Cơ quan văn hóa, thể thao", "Culture and sports agency"),
        ["tourism"] = new("Cơ quan du lịch", "Tourism agency"),
        ["finance"] = new("Cơ quan tài chính", "Finance agency"),
        ["health"] = new("Cơ quan y tế", "Health agency"),
        ["home-affairs"] = new("Cơ quan nội vụ", "Home affairs agency"),
        ["industry-trade"] = new("Cơ quan công thương", "Industry and trade agency"),
        ["inspectorate"] = new("Cơ quan thanh tra", "Inspectorate"),
        ["justice"] = new("Cơ quan tư pháp", "Justice agency"),
        ["land-registry"] = new("Văn phòng đăng ký đất đai, chi nhánh", "Land registration office or branch"),
        ["police"] = new("Cơ quan công an", "Police"),
        ["social-insurance"] = new("Cơ quan bảo hiểm xã hội", "Social insurance agency"),
        ["tax"] = new("Cơ quan thuế", "Tax authority"),
    };

    public static IReadOnlyDictionary<string, Text> Levels { get; } = new Dictionary<string, Text>
    {
        [Commune] = new("Cấp xã", "Commune"),
        ["province"] = new("Cấp tỉnh", "Province"),
        ["central"] = new("Trung ương", "Central"),
    };
}
