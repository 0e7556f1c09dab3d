// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/fileuploads.h"

#include "server/net/multipartform.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

constexpr qsizetype longestCommand = 32 * 1024;
constexpr std::chrono::minutes uploadTime{5};
constexpr qint64 largestAnswer = 256 * 1024;
constexpr auto atlassianDomain = ".atlassian.com"_L1;

/** Splits a command as a shell does, up to its end. Nothing where a shell would put something else
 * in. */
class ShellWords final
{
public:
    [[nodiscard]] static std::optional<QStringList> of(const QString &command)
    {
        ShellWords reader(command);
        return reader.read() ? std::optional(reader.m_words) : std::nullopt;
    }

private:
    explicit ShellWords(const QString &command)
        : m_command(command)
    {}

    bool read()
    {
        for (; m_at < m_command.size(); ++m_at) {
            const QChar next = m_command[m_at];
            if (next == u'\'' || next == u'"') {
                if (!readQuoted(next))
                    return false;
            } else if (next == u'\\') {
                readEscaped();
            } else if (next.isSpace()) {
                endWord();
            } else if (QStringView(u"|;&").contains(next)) {
                break; // what comes next is not about the upload
            } else if (QStringView(u"$`<>(){}*?#~").contains(next) && !isPartOfAddress(next)) {
                return false;
            } else {
                add(next);
            }
        }
        endWord();
        return true;
    }

    bool readQuoted(QChar quote)
    {
        m_isInWord = true;
        for (++m_at; m_at < m_command.size(); ++m_at) {
            const QChar next = m_command[m_at];
            if (next == quote)
                return true;
            const bool isDouble = quote == u'"';
            if (isDouble && (next == u'$' || next == u'`'))
                return false;
            const QChar after = m_at + 1 < m_command.size() ? m_command[m_at + 1] : QChar();
            if (isDouble && next == u'\\' && QStringView(u"\"\\$`").contains(after))
                ++m_at;
            add(m_command[m_at]);
        }
        return false;
    }

    void readEscaped()
    {
        if (++m_at < m_command.size() && m_command[m_at] != u'\n')
            add(m_command[m_at]);
    }

    /** Only a pattern that no file fits, as addresses are. */
    [[nodiscard]] bool isPartOfAddress(QChar next) const
    {
        return next == u'?' && m_word.startsWith("http"_L1);
    }

    void add(QChar next)
    {
        m_isInWord = true;
        m_word += next;
    }

    void endWord()
    {
        if (m_isInWord)
            m_words.append(m_word);
        m_word.clear();
        m_isInWord = false;
    }

    const QString &m_command;
    qsizetype m_at = 0;
    QString m_word;
    bool m_isInWord = false;
    QStringList m_words;
};

template<typename Names>
bool isOneOf(const Names &names, const QString &option)
{
    return std::ranges::any_of(names, [&option](auto name) { return option == name; });
}

tl::unexpected<Error> unreadable()
{
    return failure(ErrorCode::InvalidInput,
                   u"the server wants files in a way that this Fairlead does not know"_s);
}

/** curl's options, as far as they say where a file goes. */
class CurlCommand final
{
public:
    [[nodiscard]] bool take(const QString &option, const QString &value)
    {
        if (option == "-X"_L1 || option == "--request"_L1)
            method = value.toLatin1().toUpper();
        else if (option == "-H"_L1 || option == "--header"_L1)
            return takeHeader(value);
        else if (option == "--url"_L1)
            return takeAddress(value);
        else if (option == "-F"_L1 || option == "--form"_L1)
            return takeForm(value);
        else if (option == "-T"_L1 || option == "--upload-file"_L1)
            return takeFile("PUT"_ba);
        else if (option == "-d"_L1 || option == "--data"_L1 || option == "--data-binary"_L1)
            return value.startsWith(u'@') && takeFile("POST"_ba);
        return true;
    }

    [[nodiscard]] bool takeAddress(const QString &value)
    {
        const bool isFirst = address.isEmpty();
        address = QUrl(value, QUrl::StrictMode);
        return isFirst && address.isValid();
    }

    QUrl address;
    QByteArray method;
    QList<net::Header> headers;
    QByteArray formField;
    int files = 0;

private:
    [[nodiscard]] bool takeFile(const QByteArray &usualMethod)
    {
        if (method.isEmpty())
            method = usualMethod;
        return ++files == 1;
    }

    [[nodiscard]] bool takeForm(const QString &value)
    {
        formField = value.section(u'=', 0, 0).toLatin1();
        static const QRegularExpression plain(u"^[A-Za-z0-9_.-]{1,64}$"_s);
        return value.section(u'=', 1).startsWith(u'@')
            && plain.match(QString::fromLatin1(formField)).hasMatch() && takeFile("POST"_ba);
    }

    [[nodiscard]] bool takeHeader(const QString &value)
    {
        const qsizetype colon = value.indexOf(u':');
        const QByteArray name = value.left(colon).trimmed().toLatin1().toLower();
        const bool isWanted =
            name == "authorization" || name == "content-type" || name.startsWith("x-");
        if (colon > 0 && isWanted)
            headers.append({name, value.mid(colon + 1).trimmed().toUtf8()});
        return colon > 0;
    }
};

std::optional<CurlCommand> curlCommandIn(const QString &text)
{
    constexpr std::array withValue{"-X"_L1,
                                   "--request"_L1,
                                   "-H"_L1,
                                   "--header"_L1,
                                   "--url"_L1,
                                   "-F"_L1,
                                   "--form"_L1,
                                   "-T"_L1,
                                   "--upload-file"_L1,
                                   "-d"_L1,
                                   "--data"_L1,
                                   "--data-binary"_L1,
                                   "-o"_L1,
                                   "--output"_L1,
                                   "-w"_L1,
                                   "--write-out"_L1,
                                   "--max-time"_L1,
                                   "--max-redirs"_L1,
                                   "--retry"_L1,
                                   "--connect-timeout"_L1};
    constexpr std::array alone{"--silent"_L1,
                               "--show-error"_L1,
                               "--location"_L1,
                               "--fail"_L1,
                               "--fail-with-body"_L1,
                               "--progress-bar"_L1,
                               "--compressed"_L1};
    static const QRegularExpression letters(u"^-[sSLf#]+$"_s);
    const auto words = ShellWords::of(text);
    if (!words || words->value(0) != "curl"_L1)
        return std::nullopt;
    CurlCommand command;
    for (qsizetype at = 1; at < words->size(); ++at) {
        const QString &word = words->at(at);
        if (isOneOf(alone, word) || letters.match(word).hasMatch())
            continue;
        const bool isOption = word.startsWith(u'-');
        const bool isKnown = isOneOf(withValue, word) && at + 1 < words->size();
        if (isOption && !isKnown)
            return std::nullopt;
        const bool isTaken =
            isOption ? command.take(word, words->at(++at)) : command.takeAddress(word);
        if (!isTaken)
            return std::nullopt;
    }
    return command;
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host()
        && portOf(one) == portOf(other);
}

Error refused(const FileUploads::File &file, const QString &reason)
{
    return {.code = ErrorCode::InvalidInput,
            .message = u"%1 did not take it: %2."_s.arg(file.serverName, reason)};
}

Result<QString> idIn(const net::Response &response, const FileUploads::File &file)
{
    if (response.status < 200 || response.status > 299)
        return failure(refused(file, u"the upload ended with HTTP %1"_s.arg(response.status)));
    const QJsonObject said = QJsonDocument::fromJson(response.body).object();
    const QJsonObject data = said.contains("data"_L1) ? said["data"_L1].toObject() : said;
    const QString id = data["id"_L1].toString();
    static const QRegularExpression plain(u"^[A-Za-z0-9_.:-]{1,200}$"_s);
    if (!plain.match(id).hasMatch())
        return failure(refused(file, u"the upload's answer names no file"_s));
    if (data.contains("size"_L1) && data["size"_L1].toInteger() != file.content.size())
        return failure(refused(file, u"only a part of it has arrived"_s));
    return id;
}

} // namespace

Result<UploadRequest> uploadRequestFrom(const QString &command, const QUrl &server)
{
    if (command.size() > longestCommand)
        return unreadable();
    const auto read = curlCommandIn(command);
    if (!read || read->files != 1 || (read->method != "POST" && read->method != "PUT"))
        return unreadable();
    const QString host = read->address.host().toLower();
    const bool isItself = isSameOrigin(read->address, server);
    const bool isAtlassian = read->address.scheme() == "https"_L1 && host.endsWith(atlassianDomain);
    const bool isPlain = read->address.userInfo().isEmpty() && !read->address.hasFragment();
    if (!isPlain || host.isEmpty() || !(isItself || isAtlassian)) {
        return failure(
            ErrorCode::InvalidInput,
            u"the server named %1 as the place for files, which is none of its own"_s.arg(
                host.isEmpty()
                    ? u"nothing"_s
                    : read->address.toString(QUrl::RemovePath | QUrl::RemoveQuery
                                             | QUrl::RemoveFragment | QUrl::RemoveUserInfo)));
    }
    UploadRequest upload{.request = {.method = read->method, .url = read->address}};
    upload.request.headers = read->headers;
    upload.request.reach = isItself ? net::Reach::Anywhere : net::Reach::Internet;
    upload.formField = read->formField;
    return upload;
}

QCoro::Task<Result<QString>> FileUploads::send(File file)
{
    auto upload = uploadRequestFrom(file.command, file.server);
    if (!upload)
        co_return failure(refused(file, upload.error().message));
    net::Request request = upload->request;
    request.body = file.content;
    if (!upload->formField.isEmpty()) {
        net::MultipartForm form;
        form.add({.field = QString::fromLatin1(upload->formField),
                  .name = file.name,
                  .content = file.content});
        request.body = form.takeBody();
        request.headers.removeIf([](const auto &header) { return header.first == "content-type"; });
        request.headers.append({"content-type"_ba, form.contentType()});
    }
    request.deadline = uploadTime;
    request.maxResponseBytes = largestAnswer;
    request.cancellation = file.cancellation;
    const auto response = co_await m_http.send(std::move(request));
    if (!response)
        co_return failure(response.error());
    co_return idIn(*response, file);
}

} // namespace fairlead::gateway
