using IsoE.Documents.Drawing.Flow;
using static IsoE.Documents.Drawing.Flow.FlowNodeKind;
using static IsoE.Documents.Drawing.Flow.FlowNodeState;

namespace IsoE.Documents.Tests.Drawing;

internal static class FlowSamples
{
    public static FlowDiagram MaritalStatus() => new(
        "Cấp Giấy xác nhận tình trạng hôn nhân",
        [
            new("start", "Bắt đầu", Start, State: Done),
            new("receive", "Tiếp nhận, kiểm tra hồ sơ", FlowNodeKind.Task, "Cán bộ tiếp nhận", "0,5 ngày", Done),
            new("verify", "Thẩm tra tình trạng hôn nhân", FlowNodeKind.Task, "Công chức tư pháp - hộ tịch", "1 ngày", Now),
            new("sign", "Ký Giấy xác nhận", FlowNodeKind.Task, "Lãnh đạo UBND", "0,5 ngày", FlowNodeState.Next),
            new("end", "Kết thúc", End),
        ],
        [new("start", "receive"), new("receive", "verify"), new("verify", "sign"), new("sign", "verify", "Trả lại", Back: true), new("sign", "end", "Đồng ý")]);

    public static FlowDiagram Permit(bool states = true) => new(
        "Cấp giấy phép xây dựng mới",
        [
            .. Nodes().Select(n => states ? n : n with { State = None }),
        ],
        [
            new("start", "receive"),
            new("receive", "complete"),
            new("complete", "refuse", "Không thuộc thẩm quyền"),
            new("complete", "assign", "Đủ hồ sơ"),
            new("complete", "supplement", "Thiếu giấy tờ"),
            new("supplement", "receive", "Đã bổ sung", Back: true),
            new("supplement", "stop", "Quá hạn bổ sung"),
            new("assign", "appraise"),
            new("appraise", "fork"),
            new("fork", "inspect"),
            new("fork", "opinion"),
            new("fork", "planning"),
            new("inspect", "join"),
            new("opinion", "join", "Đã trả lời hoặc im lặng"),
            new("planning", "join"),
            new("join", "draft"),
            new("draft", "head"),
            new("head", "draft", "Sửa dự thảo"),
            new("head", "leader", "Đạt"),
            new("leader", "appraise", "Thẩm định lại"),
            new("leader", "record", "Ký"),
            new("record", "number"),
            new("number", "return"),
            new("return", "end"),
            new("refuse", "end"),
            new("stop", "end"),
        ]);

    /// <summary>A long procedure: every fifth step decides, every ninth goes back, every eleventh skips ahead.</summary>
    public static FlowDiagram Long(int count)
    {
        var nodes = Enumerable.Range(1, count)
            .Select(i => new FlowNode($"n{i}", $"Bước {i}: xem xét nội dung hồ sơ và lập phiếu trình", i % 5 == 0 ? Decision : FlowNodeKind.Task, "Chuyên viên", "0,5 ngày")).ToList();
        var edges = Enumerable.Range(1, count - 1).Select(i => new FlowEdge($"n{i}", $"n{i + 1}", i % 5 == 0 ? "Đạt" : "")).ToList();
        edges.AddRange(Enumerable.Range(1, count).Where(i => i % 9 == 0).Select(i => new FlowEdge($"n{i}", $"n{i - 4}", "Trả lại")));
        edges.AddRange(Enumerable.Range(1, count - 4).Where(i => i % 11 == 0).Select(i => new FlowEdge($"n{i}", $"n{i + 4}", "Bỏ qua")));
        return new FlowDiagram("Quy trình dài", nodes, edges);
    }

    private static IEnumerable<FlowNode> Nodes() =>
    [
        new("start", "Bắt đầu", Start, State: Done),
        new("receive", "Tiếp nhận hồ sơ tại Bộ phận Một cửa", FlowNodeKind.Task, "Cán bộ tiếp nhận", "0,5 ngày", Done),
        new("complete", "Hồ sơ đầy đủ, hợp lệ?", Decision, State: Done),
        new("refuse", "Lập phiếu từ chối tiếp nhận giải quyết hồ sơ", FlowNodeKind.Record, "Cán bộ tiếp nhận"),
        new("supplement", "Chờ công dân bổ sung, hoàn thiện hồ sơ", Wait, "Người nộp hồ sơ", "10 ngày"),
        new("stop", "Thông báo dừng giải quyết hồ sơ", FlowNodeKind.Record, "Lãnh đạo UBND"),
        new("assign", "Phân công thụ lý", FlowNodeKind.Task, "Lãnh đạo phòng", "0,5 ngày", Done),
        new("appraise", "Thẩm định hồ sơ thiết kế và điều kiện cấp phép", FlowNodeKind.Task, "Chuyên viên Phòng Kinh tế, Hạ tầng và Đô thị", "4 ngày", Done),
        new("fork", "", Fork, State: Done),
        new("inspect", "Kiểm tra thực địa", FlowNodeKind.Task, "Chuyên viên", "3 ngày", Done),
        new("opinion", "Lấy ý kiến cơ quan phòng cháy, chữa cháy", Wait, "Công an xã", "12 ngày", Now),
        new("planning", "Đối chiếu quy hoạch chi tiết 1/500", FlowNodeKind.Task, "Chuyên viên", "2 ngày", Now),
        new("join", "", Join),
        new("draft", "Dự thảo Giấy phép xây dựng", FlowNodeKind.Task, "Chuyên viên", "1 ngày", FlowNodeState.Next),
        new("head", "Duyệt dự thảo?", Decision, "Lãnh đạo phòng", "1 ngày"),
        new("leader", "Ký duyệt?", Decision, "Chủ tịch UBND", "1 ngày"),
        new("record", "Giấy phép xây dựng", FlowNodeKind.Record),
        new("number", "Vào sổ, đóng dấu, phát hành", FlowNodeKind.Task, "Văn thư", "0,5 ngày"),
        new("return", "Trả kết quả cho người nộp hồ sơ", FlowNodeKind.Task, "Cán bộ trả kết quả"),
        new("end", "Kết thúc", End),
    ];
}
