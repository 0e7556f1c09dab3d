# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's walk through the sandbox's login and consent pages, over plain HTTP and without a browser."""
import html.parser
import http.client
import urllib.parse

PATIENCE = 30


class Page(html.parser.HTMLParser):
    """What matters on a page: where its form goes, its inputs, and the sentence that says what is wrong."""

    def __init__(self, content):
        super().__init__()
        self.action = None
        self.inputs = []
        self.problem = ""
        self._in_problem = False
        self.feed(content)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "form":
            self.action = attributes["action"]
        if tag in ("input", "button"):
            self.inputs.append(attributes)
        self._in_problem = attributes.get("id") == "problem"

    def handle_endtag(self, tag):
        self._in_problem = False

    def handle_data(self, data):
        if self._in_problem:
            self.problem += data

    def has(self, identifier):
        return any(each.get("id") == identifier for each in self.inputs)

    def of_type(self, *types):
        return [each for each in self.inputs if each.get("type") in types]


class SignIn:
    """Ada, unless another person is named. After a walk that ended on a page, `problem` is what that page says."""

    def __init__(self, email="ada@northwind.example", password="sandbox-password-ada"):
        self.email = email
        self.password = password
        self.offered = []
        self.status = 0
        self.page = Page("")
        self._url = ""

    @property
    def problem(self):
        return self.page.problem

    def accept(self, authorize_url, *choices):
        """Logs in, chooses by title or value (the first that is offered, when none is named) and accepts.

        The address to which the browser would be sent back; None when a page stays instead."""
        redirect, consents = self._log_in(authorize_url)
        if not consents:
            return redirect
        inputs = self.page.of_type("radio", "checkbox")
        self.offered = [each["aria-label"] for each in inputs]
        wanted = [each for each in inputs if {each["aria-label"], each["value"]} & set(choices)]
        fields = [(each["name"], each["value"]) for each in (wanted if choices else inputs[:1])]
        return self._submit([*fields, ("decision", "accept")])

    def cancel(self, authorize_url):
        """Logs in and presses Cancel."""
        redirect, consents = self._log_in(authorize_url)
        return self._submit([("decision", "cancel")]) if consents else redirect

    def _log_in(self, authorize_url):
        redirect = self._ask("GET", authorize_url)
        if self.page.has("sign-in"):
            redirect = self._submit([("email", self.email), ("password", self.password)])
        return redirect, self.page.has("accept")

    def _submit(self, fields):
        hidden = [(each["name"], each["value"]) for each in self.page.of_type("hidden")]
        return self._ask("POST", urllib.parse.urljoin(self._url, self.page.action), urllib.parse.urlencode(fields + hidden))

    def _ask(self, method, url, body=None):
        self._url = url
        self.status, headers, content = fetch(method, url, body, {"Content-Type": "application/x-www-form-urlencoded"})
        self.page = Page(content)
        return headers["Location"]


def fetch(method, url, body=None, headers=None):
    """(status, headers, text) of one request; redirects are not followed."""
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=PATIENCE)
    try:
        connection.request(method, parts._replace(scheme="", netloc="").geturl(), body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()
    finally:
        connection.close()
