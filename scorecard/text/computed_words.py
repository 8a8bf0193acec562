"""What stands beside figures that are computed from what was sent."""

SOURCE = "Phần mềm tính từ số liệu đã nhận"
ALL_SENT = "Mọi đơn vị phải gửi đều đã gửi trước giờ chốt."
LATE = "{count} đơn vị chưa gửi trước giờ chốt: {names}."
MANY_LATE = "{count} đơn vị chưa gửi trước giờ chốt: {names}…"
TYPED = "Chỉ tiêu này do phần mềm tính khi công bố, không nhập. Hãy bỏ dòng này."
NOT_WITHDRAWN = "Số của {unit}, chỉ tiêu {indicator} do phần mềm tính khi công bố nên không rút được. Hãy bỏ dòng này."
