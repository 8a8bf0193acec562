"""Words for the calendar year of a figure."""

EARLIER = "số năm {year}"
GROUP_EARLIER = "số năm {year}; {count}/{members} đơn vị đã có số năm {now}"
GROUP_EARLIER_ALL = "số năm {year}; chưa đơn vị nào có số năm {now}"
GROUP_BEHIND = "số năm {now}; {count}/{members} đơn vị còn số năm trước, không cộng vào đây"
