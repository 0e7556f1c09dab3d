// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/responsehead.h"

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;

namespace fairlead::http::engine {
namespace {

struct StatusName
{
    int status = 0;
    QByteArrayView name;
};

constexpr std::array statusNames{
    StatusName{200, "OK"},
    StatusName{201, "Created"},
    StatusName{202, "Accepted"},
    StatusName{204, "No Content"},
    StatusName{302, "Found"},
    StatusName{303, "See Other"},
    StatusName{304, "Not Modified"},
    StatusName{400, "Bad Request"},
    StatusName{401, "Unauthorized"},
    StatusName{403, "Forbidden"},
    StatusName{404, "Not Found"},
    StatusName{405, "Method Not Allowed"},
    StatusName{406, "Not Acceptable"},
    StatusName{408, "Request Timeout"},
    StatusName{409, "Conflict"},
    StatusName{410, "Gone"},
    StatusName{413, "Content Too Large"},
    StatusName{414, "URI Too Long"},
    StatusName{415, "Unsupported Media Type"},
    StatusName{417, "Expectation Failed"},
    StatusName{421, "Misdirected Request"},
    StatusName{422, "Unprocessable Content"},
    StatusName{429, "Too Many Requests"},
    StatusName{431, "Request Header Fields Too Large"},
    StatusName{500, "Internal Server Error"},
    StatusName{501, "Not Implemented"},
    StatusName{502, "Bad Gateway"},
    StatusName{503, "Service Unavailable"},
    StatusName{504, "Gateway Timeout"},
    StatusName{505, "HTTP Version Not Supported"},
};

/** The engine alone says how the message is framed, and nobody opens the server to web pages. */
bool isReserved(QByteArrayView name)
{
    constexpr std::array reserved{QByteArrayView("connection"),
                                  QByteArrayView("content-length"),
                                  QByteArrayView("date"),
                                  QByteArrayView("transfer-encoding")};
    const auto same = [name](QByteArrayView entry) {
        return name.compare(entry, Qt::CaseInsensitive) == 0;
    };
    constexpr QByteArrayView crossOrigin("access-control-");
    return std::any_of(reserved.begin(), reserved.end(), same)
        || name.first(std::min(name.size(), crossOrigin.size()))
               .compare(crossOrigin, Qt::CaseInsensitive)
        == 0;
}

bool isSafeName(const QByteArray &name)
{
    return !name.isEmpty() && !isReserved(name)
        && std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                   || c == '-' || c == '_';
           });
}

bool isSafeValue(const QByteArray &value)
{
    return std::none_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < ' ' && byte != '\t') || byte == 0x7F;
    });
}

bool hasHeader(const Response &response, QByteArrayView name)
{
    return std::any_of(
        response.headers.begin(), response.headers.end(), [name](const Header &entry) {
            return entry.first.compare(name, Qt::CaseInsensitive) == 0;
        });
}

void append(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

QByteArray &appendTwoDigits(QByteArray &text, unsigned number)
{
    return text.append(static_cast<char>('0' + number / 10))
        .append(static_cast<char>('0' + number % 10));
}

/** IMF-fixdate, RFC 9110 5.6.7. */
QByteArray httpDate(std::chrono::sys_seconds now)
{
    using namespace std::chrono;
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = floor<std::chrono::days>(now);
    const year_month_day date(day);
    const hh_mm_ss time(now - day);
    QByteArray text;
    text.reserve(32);
    text.append(days.at(weekday(day).c_encoding())).append(", ");
    appendTwoDigits(text, static_cast<unsigned>(date.day())).append(' ');
    text.append(months.at(static_cast<unsigned>(date.month()) - 1)).append(' ');
    text.append(QByteArray::number(static_cast<int>(date.year()))).append(' ');
    appendTwoDigits(text, static_cast<unsigned>(time.hours().count())).append(':');
    appendTwoDigits(text, static_cast<unsigned>(time.minutes().count())).append(':');
    appendTwoDigits(text, static_cast<unsigned>(time.seconds().count())).append(" GMT");
    return text;
}

/** Written once a second. */
QByteArray currentDate()
{
    using namespace std::chrono;
    thread_local sys_seconds writtenFor{};
    thread_local QByteArray written;
    const auto now = floor<seconds>(system_clock::now());
    if (written.isEmpty() || now != writtenFor) {
        written = httpDate(now);
        writtenFor = now;
    }
    return written;
}

} // namespace

QByteArray reasonPhrase(int status)
{
    const auto found =
        std::find_if(statusNames.begin(), statusNames.end(), [status](const StatusName &entry) {
            return entry.status == status;
        });
    return found == statusNames.end() ? "Unknown"_ba : found->name.toByteArray();
}

bool mayHaveBody(int status)
{
    return status != 204 && status != 304;
}

std::optional<QByteArray> writeResponseHead(const Response &response,
                                            Framing framing,
                                            Persistence persistence)
{
    constexpr qsizetype usualSize = 512;
    QByteArray out;
    out.reserve(usualSize);
    out.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    out.append(reasonPhrase(response.status)).append("\r\n");
    for (const auto &[name, value] : response.headers) {
        if (!isSafeName(name) || !isSafeValue(value))
            return {};
        append(out, name, value);
    }
    constexpr std::array always{
        std::pair<QByteArrayView, QByteArrayView>{"X-Content-Type-Options", "nosniff"},
        std::pair<QByteArrayView, QByteArrayView>{"Cache-Control", "no-store"},
        std::pair<QByteArrayView, QByteArrayView>{"Referrer-Policy", "no-referrer"}};
    for (const auto &[name, value] : always) {
        if (!hasHeader(response, name))
            append(out, name, value);
    }
    append(out, "Date", currentDate());
    if (framing == Framing::Chunked)
        append(out, "Transfer-Encoding", "chunked");
    else if (mayHaveBody(response.status))
        append(out, "Content-Length", QByteArray::number(response.body.size()));
    append(out, "Connection", persistence == Persistence::Close ? "close" : "keep-alive");
    out.append("\r\n");
    return out;
}

} // namespace fairlead::http::engine
