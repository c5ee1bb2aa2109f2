using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Redlines;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Procedures.Redlines;

/// <summary>The sentences of a redline, as a reviewer and an auditor read them.</summary>
public sealed class RedlineTests
{
    private static readonly ProcedureContent Business = ShippedContents.Of("1.001612");
    private static readonly ProcedureContent Permit = ShippedContents.Of("1.013225");

    [Test]
    public void A_limit_and_a_record_of_one_step_make_one_line()
    {
        var lines = Lines(Business, flow =>
        {
            Set(flow, "issue", "timeLimit", "2h");
            Set(flow, "issue", "record", "return-receipt");
        });

        Assert.That(lines, Is.EqualTo(new[]
        {
            "Bước 4: 4 → 2 giờ làm việc; hồ sơ: “Giấy chứng nhận đăng ký hộ kinh doanh” → “Chữ ký nhận kết quả trong Sổ theo dõi hồ sơ” (Mẫu số 07)",
        }));
    }

    [Test]
    public void A_record_added_to_a_step_is_named_with_its_form() => Assert.That(
        Lines(Business, flow => Set(flow, "sign", "record", "supplement-request")),
        Is.EqualTo(new[] { "Bước 3: thêm hồ sơ “Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ” (Mẫu số 02)" }));

    [Test]
    public void A_limit_that_depends_on_the_case_is_told_for_the_cases_it_changes() => Assert.That(
        Lines(Permit, flow => Set(flow, "appraise", "timeLimit", "getInput('case') == 'works' ? '16h' : '12h'", "JavaScript")),
        Is.EqualTo(new[] { "Bước 3: trường hợp “Công trình cấp III, cấp IV”: 24 → 16 giờ làm việc" }));

    [Test]
    public void Role_clock_timeout_and_name_are_told_in_words() => Assert.That(
        Lines(Business, flow =>
        {
            Set(flow, "appraise", "title", "Thẩm tra hồ sơ");
            Set(flow, "appraise", "role", "division_head");
            Set(flow, "appraise", "clock", "outside");
            Set(flow, "appraise", "onTimeout", "NotEligible");
        }),
        Is.EqualTo(new[]
        {
            "Bước 2: tên: “Kiểm tra tính hợp lệ, tên, ngành nghề; lấy mã số hộ kinh doanh” → “Thẩm tra hồ sơ”; "
            + "trách nhiệm: Chuyên viên thụ lý → Lãnh đạo phòng; cách tính giờ: tính vào thời hạn → nằm ngoài thời hạn; "
            + "khi hết hạn: nhắc việc → lấy kết quả “Không đủ điều kiện, trình từ chối”",
        }));

    [Test]
    public void A_new_step_is_described_and_the_later_ones_are_told_by_their_new_number()
    {
        var redline = Between(Business, flow =>
        {
            Add(flow, "consult", "Lấy ý kiến cơ quan thuế", "specialist", "4h");
            Redirect(flow, "appraise", "Eligible", "consult");
            Connect(flow, "consult", "Done", "sign");
            Set(flow, "issue", "timeLimit", "2h");
        });

        Assert.That(redline.Lines.Select(l => l.Vi), Is.EqualTo(new[]
        {
            "Bước 2: kết quả “Đủ điều kiện, trình ký” dẫn tới: bước 3 “Xem xét, ký Giấy chứng nhận hoặc thông báo từ chối” → bước 3 “Lấy ý kiến cơ quan thuế”",
            "Bước 3: thêm mới – “Lấy ý kiến cơ quan thuế”; Chuyên viên thụ lý; 4 giờ làm việc; → bước 4 “Xem xét, ký Giấy chứng nhận hoặc thông báo từ chối”",
            "Bước 5 (bản cũ: bước 4): 4 → 2 giờ làm việc",
        }));
        Assert.That(redline.Lines[2].En, Is.EqualTo("Step 5 (was step 4): 4 → 2 working hours"));
    }

    [Test]
    public void A_step_left_out_is_told_by_its_old_number()
    {
        var lines = Lines(Permit, flow =>
        {
            Remove(flow, "assign");
            Redirect(flow, "receive", "Forwarded", "appraise");
        });

        Assert.That(lines, Has.Member("Bước 2 (bản cũ): bỏ – “Phân công người thụ lý”; Lãnh đạo phòng; 2 giờ làm việc; biểu mẫu nhập liệu “Phân công”; “Đã phân công” → bước 3 “Thẩm định hồ sơ, bản vẽ”"));
        Assert.That(lines, Has.Length.EqualTo(2));
    }

    [Test]
    public void Steps_that_change_places_are_told_as_moved()
    {
        var redline = Between(Business, flow =>
        {
            Redirect(flow, "sign", "Signed", "return");
            Redirect(flow, "notify-result", "Done", "finish");
            Redirect(flow, "return", "Returned", "granted");
        });

        Assert.That(redline.Changes.Where(c => c.Kind == ChangeKind.StepMoved).Select(c => c.Sentence.Vi), Has.Some.Contains("đổi thứ tự"));
    }

    [Test]
    public void How_branches_join_and_what_decides_is_told() => Assert.That(
        Lines(Permit, flow =>
        {
            Set(flow, "join", "mode", "WaitAny");
            Set(flow, "granted", "condition", "getVariable('Draft').outcome != 'ProposeRefusal'", "JavaScript");
        }),
        Is.EqualTo(new[]
        {
            "Điểm rẽ nhánh “Cấp Giấy phép?”: điều kiện: = getVariable('Draft').outcome == 'ProposeGrant' → = getVariable('Draft').outcome != 'ProposeRefusal'",
            "Điểm gộp nhánh “Đủ kết quả kiểm tra”: cách gộp nhánh: chờ đủ các nhánh → lấy nhánh đến trước",
        }));

    [Test]
    public void Moving_boxes_on_the_drawing_is_one_line()
    {
        var redline = Between(Business, flow =>
        {
            foreach (var activity in flow["root"]!["activities"]!.AsArray()) activity!["metadata"]!["designer"]!["position"]!["x"] = 7;
            var activities = flow["root"]!["activities"]!.AsArray();
            var first = activities[3];
            activities.RemoveAt(3);
            activities.Add(first);
        });

        Assert.That(redline.IsOnlyDrawing);
        Assert.That(redline.Lines.Select(l => l.Vi), Is.EqualTo(new[] { "Lưu đồ: chỉ hình vẽ thay đổi (vị trí, kích thước, đường vẽ), nội dung không đổi" }));
        Assert.That(redline.Lines[0].En, Is.EqualTo("Flow: only the drawing changed (positions, sizes, lines), not what it says"));
    }

    [Test]
    public void The_order_of_branches_is_no_drawing()
    {
        var redline = Between(Permit, flow =>
        {
            var connections = flow["root"]!["connections"]!.AsArray();
            var site = connections.Single(c => $"{c!["source"]!["port"]}" == "Site")!;
            connections.Remove(site);
            connections.Add(site);
        });

        Assert.That(redline.IsOnlyDrawing, Is.False);
    }

    [Test]
    public void What_the_flow_cannot_be_told_in_is_still_told() => Assert.That(
        Lines(Business, flow =>
        {
            flow["root"]!["activities"]![2]!["retryPolicy"] = "twice";
            flow["futureField"] = 1;
        }),
        Is.EqualTo(new[] { "Bước 2: thuộc tính “retryPolicy” thay đổi", "Lưu đồ: thuộc tính “futureField”: không có → 1" }));

    [Test]
    public void The_text_is_told_by_what_it_lists()
    {
        var after = Business with
        {
            Text = Business.Text
                .Replace("limit: \"3wd\"", "limit: \"2wd\"", StringComparison.Ordinal)
                .Replace("amount: 100000", "amount: 50000", StringComparison.Ordinal)
                .Replace("effectiveFrom: \"2021-01-01\"", "effectiveFrom: \"2021-01-01\"\n    effectiveTo: \"2026-12-31\"", StringComparison.Ordinal)
                .Replace("    originals: 1\n    required: always", "    originals: 2\n    required: always", StringComparison.Ordinal)
                .Replace("  - {short: HKD,", "  - {short: GCN, meaning: {vi: Giấy chứng nhận, en: Certificate}}\n  - {short: HKD,", StringComparison.Ordinal)
                .Replace("2. Người kiểm tra", "2. Cán bộ kiểm tra", StringComparison.Ordinal)
                .Replace("number: QT-21/MC\n  issue: 1", "number: QT-21/MC\n  issue: 2", StringComparison.Ordinal),
        };

        Assert.That(Redline.Between(Business, after).Lines.Select(l => l.Vi), Is.EqualTo(new[]
        {
            "Trường hợp “Đăng ký thành lập mới”: 3 → 2 ngày làm việc",
            "Căn cứ pháp lý 59/2020/QH14: ngày hết hiệu lực: không có → 31/12/2026",
            "Thành phần hồ sơ “Giấy đề nghị đăng ký hộ kinh doanh”: số bản chính: 1 → 2",
            "Khoản thu “Lệ phí đăng ký hộ kinh doanh”: mức thu: 100.000 đồng → 50.000 đồng",
            "Chữ viết tắt “GCN”: thêm mới",
            "Mục “Yêu cầu và lưu ý”: sửa đoạn 1",
            "Kiểm soát tài liệu: lần ban hành: 1 → 2",
        }));
    }

    [Test]
    public void Quotes_and_comments_are_told_as_layout_only()
    {
        var after = Business with { Text = Business.Text.Replace("sets: 1", "sets: '1'  # một bộ", StringComparison.Ordinal) };

        Assert.That(Redline.Between(Business, after).Lines.Select(l => l.Vi), Is.EqualTo(new[]
        {
            "Tệp văn bản: chỉ cách trình bày trong tệp thay đổi, nội dung không đổi",
        }));
    }

    [Test]
    public void A_version_that_cannot_be_read_is_compared_by_places()
    {
        var redline = Between(Business, flow => flow["root"]!["activities"]![2]!["type"] = "IsoE.Nonsense");

        Assert.That(redline.Lines, Has.Count.EqualTo(1));
        Assert.That(redline.Lines[0].Vi, Does.Contain("root/activities/appraise/type").Or.Contain("loại"));
        var broken = Business with { Flow = "{" };
        Assert.That(Redline.Between(Business, broken).Lines.Single().Vi, Does.StartWith("Lưu đồ: thay toàn bộ"));
        Assert.That(Redline.Between(Business, broken).Apply(Business).Flow, Is.EqualTo("{"));
    }

    [Test]
    public void A_redline_is_refused_by_a_version_it_was_not_made_for()
    {
        var redline = Between(Business, flow => Set(flow, "sign", "timeLimit", "2h"));

        var refusal = Assert.Throws<RejectedException>(() => redline.Apply(Permit));
        Assert.That(refusal!.Code, Is.EqualTo("redline-of-another-version"));
    }

    private static string[] Lines(ProcedureContent before, Action<JsonNode> edit) => [.. Between(before, edit).Lines.Select(l => l.Vi)];

    private static Redline Between(ProcedureContent before, Action<JsonNode> edit)
    {
        var flow = JsonNode.Parse(before.Flow)!;
        edit(flow);
        var after = before with { Flow = flow.ToJsonString() };
        var redline = Redline.Between(before, after);
        Assert.That(redline.Apply(before), Is.EqualTo(CanonicalForm.Of(after)));
        return redline;
    }

    private static JsonNode Find(JsonNode flow, string id) =>
        flow["root"]!["activities"]!.AsArray().Single(a => $"{a!["id"]}" == id)!;

    private static void Set(JsonNode flow, string id, string input, string value, string type = "Literal") =>
        Find(flow, id)[input] = new JsonObject
        {
            ["typeName"] = "String",
            ["expression"] = new JsonObject { ["type"] = type, ["value"] = value },
        };

    private static void Add(JsonNode flow, string id, string title, string role, string limit)
    {
        flow["root"]!["activities"]!.AsArray().Add(new JsonObject { ["id"] = id, ["type"] = "IsoE.UserTask", ["version"] = 1 });
        Set(flow, id, "title", title);
        Set(flow, id, "role", role);
        Set(flow, id, "timeLimit", limit);
        Find(flow, id)["outcomes"] = JsonNode.Parse("""{"typeName":"String[]","expression":{"type":"Literal","value":["Done"]}}""");
    }

    private static void Remove(JsonNode flow, string id)
    {
        flow["root"]!["activities"]!.AsArray().Remove(Find(flow, id));
        var connections = flow["root"]!["connections"]!.AsArray();
        foreach (var gone in connections.Where(c => $"{c!["source"]!["activity"]}" == id).ToList()) connections.Remove(gone);
    }

    private static void Redirect(JsonNode flow, string source, string port, string target) =>
        flow["root"]!["connections"]!.AsArray()
            .Single(c => $"{c!["source"]!["activity"]}" == source && $"{c["source"]!["port"]}" == port)!["target"]!["activity"] = target;

    private static void Connect(JsonNode flow, string source, string port, string target) =>
        flow["root"]!["connections"]!.AsArray().Add(JsonSerializer.SerializeToNode(new
        {
            source = new { activity = source, port },
            target = new { activity = target, port = "In" },
        }));
}
