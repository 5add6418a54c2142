package obtain

import (
	"errors"
	"slices"
	"strings"

	"etal/internal/identify"
	"etal/internal/web"
)

// A refusal is why a place does not give a work.
type refusal struct {
	place identify.Place
	err   error
}

// A says is an error in words that follow the name of a place.
type says string

func (s says) Error() string { return string(s) }

// errMissing is the error for a place that does not know or have a work.
const errMissing = says("does not have it")

// The status codes (RFC 9110, 15.5) by which places say more than that they failed.
const (
	unauthorized    = 401
	paymentRequired = 402
	forbidden       = 403
	notFound        = 404
	gone            = 410
	tooManyRequests = 429
)

// why says in a few words, to follow the name of the place, why it does not give the work.
func (r refusal) why() string {
	var own says
	var status web.StatusError
	switch {
	case errors.As(r.err, &own):
		return own.Error()
	case errors.Is(r.err, identify.ErrAnswer):
		return "sent another form of answer"
	case !errors.As(r.err, &status):
		return failed + r.err.Error()
	}
	switch status.Code {
	case notFound, gone:
		if r.place.Name == identify.ArXivName && r.place.Answer == identify.Page {
			return "has no HTML of this version"
		}
		return errMissing.Error()
	case unauthorized, paymentRequired:
		return "asks for a login"
	case forbidden:
		return "refuses programs"
	case tooManyRequests:
		if status.After == 0 {
			return "is asked too often; try again in some minutes"
		}
	}
	return failed + status.Error()
}

// failed is what the reasons begin with that are not about the work, such as that there is no network.
const failed = "cannot be asked: "

// A refusals is why none of the places gives a work: an error in one line.
type refusals []refusal

func (all refusals) Error() string {
	var parts, missing []string
	for _, r := range all {
		switch why := r.why(); {
		case why == errMissing.Error():
			missing = append(missing, r.place.Name)
		case strings.HasPrefix(why, failed) && all.are(why): // such as that there is no network
			return strings.TrimPrefix(why, failed)
		case !slices.Contains(parts, r.place.Name+" "+why):
			parts = append(parts, r.place.Name+" "+why)
		}
	}
	if len(missing) > 0 {
		parts = append(parts, "not found at "+strings.Join(missing, ", "))
	}
	return strings.Join(parts, "; ")
}

// are reports whether all of them say the same.
func (all refusals) are(why string) bool {
	return !slices.ContainsFunc(all, func(r refusal) bool { return r.why() != why })
}

// of returns why the place with a name does not give the work, and reports whether it was asked in vain.
func (all refusals) of(name string) (why string, ok bool) {
	for _, r := range all {
		if r.place.Name == name {
			return r.why(), true
		}
	}
	return "", false
}

// closed returns the notice for a work of which there is the record only. It is closed if all places that have
// articles could be asked.
func (all refusals) closed() string {
	notice, parts := "closed: record only", []string(nil)
	for _, r := range all {
		switch r.place.Answer {
		case identify.Page, identify.OpenCopy, identify.PDF, identify.JATS:
			parts = append(parts, r.place.Name+" "+r.why())
			if strings.HasPrefix(r.why(), failed) {
				notice = "record only"
			}
		}
	}
	return strings.Join(append([]string{notice}, parts...), "; ")
}
