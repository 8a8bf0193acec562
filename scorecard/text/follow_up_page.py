"""What the page of chasing says."""

from __future__ import annotations

PAGE = "Đôn đốc"

BAD_LIST = "“{found}” không phải là một danh sách. Hãy ghi listed=figures, listed=decisions hoặc bỏ phần này."
BAD_STEP = "“{found}” không phải là một bậc đôn đốc. Hãy ghi một số nguyên từ 1, ví dụ step=2."
BAD_LIGHT = "“{found}” không phải là một đèn. Hãy ghi mã đơn vị, dấu hai chấm và số nhiệm vụ, ví dụ light=SO-NV:4."
BAD_NEWS = (
    "“{found}” không phải là một mục của tuần này. Hãy ghi news=new, better, promised, due, unanswered, review hoặc "
    "bỏ đi."
)
BAD_ROWS = "“{found}” không phải là cách hiện danh sách. Hãy ghi rows=all hoặc bỏ phần này."
